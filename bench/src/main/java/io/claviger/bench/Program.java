package io.claviger.bench;

import io.claviger.storage.postgres.PostgresDatabase;
import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.sql.Session;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server in a process of its own, from its start to its end. */
final class Program implements AutoCloseable {

    static final String ACCOUNT = "111122223333";
    static final KeyPair ADMINISTRATOR =
            new KeyPair("AKIABENCHMARKBENCHMA", "benchmark/benchmark+benchmark/benchmark0");

    /** The variable with the password of the benchmark's database, for who needs one. */
    static final String DATABASE_PASSWORD = "CLAVIGER_DATABASE_PASSWORD";

    private static final Map<String, String> SIGN_UP = Map.of(
            "CLAVIGER_ACCOUNT_ID",
            ACCOUNT,
            "CLAVIGER_BOOTSTRAP_ACCESS_KEY_ID",
            ADMINISTRATOR.id(),
            "CLAVIGER_BOOTSTRAP_SECRET_ACCESS_KEY",
            ADMINISTRATOR.secret(),
            "CLAVIGER_ROOT_PASSWORD",
            "benchmark benchmark");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MILLIS_BETWEEN_TRIES = 2;

    private final Process process;
    private final URI endpoint;
    private final double secondsToReady;

    private Program(Process process, URI endpoint, double secondsToReady) {
        this.process = process;
        this.endpoint = endpoint;
        this.secondsToReady = secondsToReady;
    }

    /** Claviger, as its launcher starts it, with the benchmark's own administrator. */
    static Program claviger(Path data, String... options) throws IOException {
        return claviger(Map.of(), data, options);
    }

    /** The same, with variables in its environment. */
    static Program claviger(Map<String, String> variables, Path data, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--data", data.toString()));
        all.addAll(Arrays.asList(options));
        return claviger(variables, all);
    }

    /** Claviger on a PostgreSQL database that has its account already. */
    static Program onPostgres(Map<String, String> variables, String database, Path audit, String... options)
            throws IOException {
        List<String> all = new ArrayList<>(List.of("--database", database, "--audit-dir", audit.toString()));
        all.addAll(Arrays.asList(options));
        return claviger(variables, all);
    }

    /** A session of our own on the benchmark's database, which commits as the server's do. */
    static Session session(String database) {
        Optional<String> password = Optional.ofNullable(System.getenv(DATABASE_PASSWORD));
        return new PostgresDatabase(PostgresUrl.parse(database), password).writer();
    }

    private static String launcher() {
        return Path.of(System.getProperty("claviger.home"), "claviger").toString();
    }

    /** Runs one of Claviger's commands to its end, which must be a good one. */
    static void command(Map<String, String> variables, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(variables);
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(words[0] + " failed");
        }
    }

    private static Program claviger(Map<String, String> variables, List<String> options) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(launcher(), "start", "--port", Integer.toString(port)));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        if (!options.contains("--database")) {
            builder.environment().remove(DATABASE_PASSWORD);
        }
        builder.environment().putAll(SIGN_UP);
        builder.environment().putAll(variables);
        return start(builder, port, "/health/ready");
    }

    /** Jetty that answers what stands in the file, in a JVM with Claviger's options. */
    static Program bareJetty(Program claviger, Path answer) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(claviger.jvmOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareJetty.class.getName()));
        command.addAll(List.of(Integer.toString(port), answer.toString()));
        return start(new ProcessBuilder(command), port, "/");
    }

    /** moto's server, with its defaults, which check neither signatures nor policies. */
    static Program moto() throws IOException {
        int port = freePort();
        return start(new ProcessBuilder("moto_server", "-p", Integer.toString(port)), port, "/moto-api/");
    }

    private static Program start(ProcessBuilder builder, int port, String readyPath) throws IOException {
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        byte[] ready = HttpConnection.get(endpoint, readyPath);
        Path errors = Files.createTempFile(Workspace.root(), "errors", ".txt");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(errors.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (!isReady(endpoint, ready)) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                process.destroy();
                throw new IllegalStateException(builder.command() + " did not start:\n" + Files.readString(errors));
            }
            pause();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(errors);
        return new Program(process, endpoint, seconds);
    }

    private static boolean isReady(URI endpoint, byte[] request) {
        try (HttpConnection connection = new HttpConnection(endpoint)) {
            return HttpConnection.status(connection.send(request)) == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MILLIS_BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    /** From before the process was made to the first answer that said it was ready. */
    double secondsToReady() {
        return secondsToReady;
    }

    /** The memory that it has in use now, in MiB: the kernel's resident set size. */
    double residentMiB() {
        String kibibytes =
                Machine.valueOf("/proc/" + process.pid() + "/status", "VmRSS").replaceFirst(" kB$", "");
        return Double.parseDouble(kibibytes) / 1024;
    }

    /** The processor time that it has used so far, in seconds. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /** The options of its JVM, but for the cache that only its own classes fit. */
    private List<String> jvmOptions() throws IOException {
        // The JDK shows the arguments of short command lines only.
        String commandLine = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        return Arrays.stream(commandLine.split("\0", -1))
                .skip(1)
                .takeWhile(argument -> !argument.equals("-cp"))
                .filter(argument -> !argument.startsWith("-XX:AOTCache="))
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
