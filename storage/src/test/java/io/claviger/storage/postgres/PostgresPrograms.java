package io.claviger.storage.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The programs of PostgreSQL on this machine. They refuse to run as root, and run as somebody else then.
 *
 * @param folder where they are
 * @param asUser the command that has another command run as somebody else; empty unless it is root who tests
 */
record PostgresPrograms(Path folder, List<String> asUser) {

    static final File ROOT = new File("/");
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    /** Those of the newest version; empty if there are none. */
    static Optional<PostgresPrograms> found() {
        if (!Files.isDirectory(PACKAGES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            List<String> asUser = asUserWhoMay();
            return versions.sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst()
                    .map(bin -> new PostgresPrograms(bin, asUser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> asUserWhoMay() throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        String users = Files.readString(Path.of("/etc/passwd"));
        String user = users.contains("\npostgres:") ? "postgres" : "nobody";
        return List.of("runuser", "-u", user, "--");
    }

    /** Whether they run as somebody else. */
    boolean runAsAnother() {
        return !asUser.isEmpty();
    }

    /** Runs one to its end, with its output in a file of the directory. */
    void run(Path directory, String program, String... arguments) throws IOException {
        Process ran = new ProcessBuilder(command(program, arguments))
                .directory(ROOT)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(program + ".log").toFile())
                .start();
        try {
            if (!ran.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || ran.exitValue() != 0) {
                ran.destroyForcibly();
                throw new IOException(
                        program + " failed: " + Files.readString(directory.resolve(program + ".log"), UTF_8));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** The command that runs one. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(asUser);
        command.add(folder.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
