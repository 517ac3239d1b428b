package io.claviger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server that runs beside this process, from its start to its end. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI endpoint;
    private final double secondsToReady;

    private Program(Process process, URI endpoint, double secondsToReady) {
        this.process = process;
        this.endpoint = endpoint;
        this.secondsToReady = secondsToReady;
    }

    /** Claviger, as its launcher starts it, with the benchmark's own administrator. */
    static Program claviger(String data, String... options) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("claviger.home"), "claviger").toString(),
                "start",
                "--data",
                data,
                "--port",
                Integer.toString(port)));
        command.addAll(List.of(options));
        return start(command, URI.create("http://127.0.0.1:" + port), "/health/ready");
    }

    /** Another server, ready when it answers anything at the path. */
    static Program other(List<String> command, int port, String readyPath) {
        return start(command, URI.create("http://127.0.0.1:" + port), readyPath);
    }

    private static Program start(List<String> command, URI endpoint, String readyPath) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Administrator.ENVIRONMENT);
        try {
            long start = System.nanoTime();
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            awaitReady(endpoint.resolve(readyPath), process, start);
            return new Program(process, endpoint, (System.nanoTime() - start) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(URI ready, Process process, long start) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(ready).build();
            while (System.nanoTime() - start < PATIENCE.toNanos() && process.isAlive()) {
                try {
                    client.send(request, BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    pause();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new IllegalStateException(ready + " did not become ready");
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    URI endpoint() {
        return endpoint;
    }

    /** From before the process was made to the first answer. */
    double secondsToReady() {
        return secondsToReady;
    }

    /** The memory that it has in use now, in MiB: the kernel's resident set size. */
    double residentMiB() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findAny()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A port that nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The administrator of every Claviger that is measured. */
    static final class Administrator {
        static final String ACCOUNT = "111122223333";
        static final String KEY_ID = "AKIABENCHMARKBENCHMA";
        static final String SECRET = "benchmark/benchmark+benchmark/benchmark0";
        static final Map<String, String> ENVIRONMENT = Map.of(
                "CLAVIGER_ACCOUNT_ID", ACCOUNT,
                "CLAVIGER_BOOTSTRAP_ACCESS_KEY_ID", KEY_ID,
                "CLAVIGER_BOOTSTRAP_SECRET_ACCESS_KEY", SECRET,
                "CLAVIGER_ROOT_PASSWORD", "benchmark benchmark");

        private Administrator() {}
    }
}
