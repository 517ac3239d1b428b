package io.claviger.storage.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.claviger.storage.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL, as Debian packages it, on a port of loopback and in a directory of its own, until this process ends.
 * Tests that need one are skipped, loudly, if the package is missing. Not as root, who may not run it: then as the user
 * {@code postgres}, or {@code nobody}.
 */
public final class RealPostgres {

    /** The user who owns all databases, and needs no password. */
    public static final String USER = "claviger";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable RealPostgres shared;

    private final Path directory;
    private final PostgresPrograms programs;
    private final int port;
    private @Nullable Process process;
    private @Nullable String migrated;

    private RealPostgres(Path directory, PostgresPrograms programs, int port) {
        this.directory = directory;
        this.programs = programs;
        this.port = port;
    }

    /** Whether there can be one. */
    public static boolean isInstalled() {
        return PostgresPrograms.found().isPresent();
    }

    /** The one that tests of this process share, each with databases of its own; skips the test if there can be none. */
    public static synchronized RealPostgres shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** One of the test's own, which it may stop and start; skips the test if there can be none. */
    public static RealPostgres start() {
        Optional<PostgresPrograms> programs = PostgresPrograms.found();
        if (programs.isEmpty()) {
            System.err.println("NOT TESTED: PostgreSQL is missing. apt-get install postgresql");
        }
        assumeTrue(programs.isPresent(), "PostgreSQL is missing: apt-get install postgresql");
        try {
            RealPostgres server =
                    new RealPostgres(Files.createTempDirectory("claviger-postgres"), programs.get(), freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
            server.initialize();
            server.resume();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void initialize() throws IOException {
        if (programs.runAsAnother()) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        programs.run(
                directory,
                "initdb",
                "-D",
                data(),
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    /** Starts it, or starts it again. */
    public void resume() {
        try {
            process = new ProcessBuilder(programs.command(
                            "postgres",
                            "-D",
                            data(),
                            "-p",
                            String.valueOf(port),
                            "--listen_addresses=127.0.0.1",
                            "--unix_socket_directories=",
                            "--max_connections=200",
                            // Nothing is lost when a process ends; these tests do not cut the power.
                            "--fsync=off"))
                    .directory(PostgresPrograms.ROOT)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("postgres.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant deadline = Instant.now().plus(PostgresPrograms.PATIENCE);
        while (true) {
            try (Connection connection = DriverManager.getConnection(jdbc("postgres"));
                    ResultSet row = connection.createStatement().executeQuery("SHOW data_directory")) {
                if (row.next() && row.getString(1).equals(data())) {
                    return;
                }
                throw new SQLException("another PostgreSQL took the port " + port);
            } catch (SQLException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("PostgreSQL does not start: " + log(), e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("postgres.log"), UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Ends all its connections at once, and itself; what was committed stays. */
    public void stop() {
        signal("QUIT");
        try {
            Objects.requireNonNull(process).waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal to the server's first process. */
    private void signal(String name) {
        try {
            String pid =
                    Files.readAllLines(directory.resolve("data/postmaster.pid")).getFirst();
            new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
        } catch (IOException e) {
            Objects.requireNonNull(process).destroyForcibly();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void remove() {
        if (process != null && process.isAlive()) {
            stop();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            });
        } catch (IOException | UncheckedIOException e) {
            System.err.println(directory + " is left: " + e);
        }
    }

    private String jdbc(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** A session on one of its databases, for looking and meddling. */
    public Session session(String database) {
        try {
            return new Session(DriverManager.getConnection(jdbc(database)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The URL of a new database without anything in it. */
    public PostgresUrl newDatabase() {
        return create("template1");
    }

    /** The URL of a new database with this build's tables: a copy of one that was migrated once, which is quicker. */
    public synchronized PostgresUrl newMigratedDatabase() {
        if (migrated == null) {
            PostgresUrl url = newDatabase();
            try (PostgresDatabase database = new PostgresDatabase(url, Optional.empty());
                    Session writer = database.writer()) {
                database.migrate(writer);
            }
            migrated = url.database();
        }
        return create(migrated);
    }

    private PostgresUrl create(String template) {
        String name = "test" + DATABASES.incrementAndGet();
        try (Session session = session("postgres")) {
            session.run("CREATE DATABASE " + name + " TEMPLATE " + template);
        }
        return new PostgresUrl(USER, List.of(new PostgresUrl.Host("127.0.0.1", port)), name, Map.of());
    }
}
