package io.claviger.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program, started by its launcher as a user starts it, on a port of its own choosing and in a directory of its own.
 */
public final class Program implements AutoCloseable {

    /** The account that it is told to have. */
    public static final String ACCOUNT = "123456789012";

    /** The administrator's key that the program is given at its first start: the example of AWS's documentation. */
    public static final Key ADMINISTRATOR =
            new Key("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null);

    /** The password that its root user is given at its first start. */
    static final String ROOT_PASSWORD = "correct horse battery staple";

    private static final Pattern ENDPOINT = Pattern.compile("https?://127\\.0\\.0\\.1:[1-9][0-9]*");
    private static final String LOGGED_FAULT = "\"level\":\"ERROR\"";
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> announced = new CompletableFuture<>();
    private final Optional<Certificates> tls;
    private final URI endpoint;

    private Program(Process process, Optional<Certificates> tls) {
        this.process = process;
        this.tls = tls;
        Thread.ofVirtual().start(this::read);
        try {
            this.endpoint = announced.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            awaitReadiness();
        } catch (Exception e) {
            process.destroyForcibly();
            throw new AssertionError("the program did not start; it said:\n" + String.join("\n", output), e);
        }
    }

    /** Starts the program on a data directory, with some more options, and waits until it says that it is ready. */
    public static Program start(Path directory, Optional<Certificates> tls, String... options) throws IOException {
        return start(new DataPlace.Directory(directory), tls, options);
    }

    /** The same, wherever its data is. */
    static Program start(DataPlace place, Optional<Certificates> tls, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Launcher.BUILT.toString(), "start"));
        command.addAll(place.options());
        command.addAll(List.of("--host", "127.0.0.1", "--port", "0"));
        tls.ifPresent(files -> command.addAll(List.of(
                "--tls-cert",
                files.certificate().toString(),
                "--tls-key",
                files.privateKey().toString())));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        bringNothingAlong(builder);
        builder.environment().put("CLAVIGER_ACCOUNT_ID", ACCOUNT);
        builder.environment().put("CLAVIGER_BOOTSTRAP_ACCESS_KEY_ID", ADMINISTRATOR.id());
        builder.environment().put("CLAVIGER_BOOTSTRAP_SECRET_ACCESS_KEY", ADMINISTRATOR.secret());
        builder.environment().put("CLAVIGER_ROOT_PASSWORD", ROOT_PASSWORD);
        builder.environment().putAll(place.variables());
        return new Program(builder.start(), tls);
    }

    /** Starts the program by a line that a reader types in the repository, with nothing brought along. */
    static Program startBy(String line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "exec " + line)
                .directory(Launcher.BUILT.resolveSibling("").toFile())
                .redirectErrorStream(true);
        bringNothingAlong(builder);
        return new Program(builder.start(), Optional.empty());
    }

    /** The launcher, with what it starts built. */
    public static Path launcher() {
        return Launcher.BUILT;
    }

    private static void bringNothingAlong(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("CLAVIGER_"));
    }

    /** Such as {@code http://127.0.0.1:41234}. */
    public URI endpoint() {
        return endpoint;
    }

    /** All that it has said so far, logs among it. */
    String said() {
        return String.join("\n", output);
    }

    /** What the clients must trust, when the endpoint is one of TLS. */
    public Optional<Certificates> tls() {
        return tls;
    }

    /** Asks it to stop, as the system does at shutdown, and insists that it does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("the program does not stop in order on SIGTERM; it said:\n" + said());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
        if (said().contains(LOGGED_FAULT)) {
            throw new AssertionError("the program logged a fault; it said:\n" + said());
        }
        try (Socket still = new Socket(endpoint.getHost(), endpoint.getPort())) {
            throw new AssertionError("the launcher stopped, but something still listens on " + still);
        } catch (ConnectException stopped) {
            // as it should be: nobody answers
        } catch (IOException e) {
            throw new AssertionError("whether something still listens cannot be told", e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher endpointInLine = ENDPOINT.matcher(line);
                if (endpointInLine.find()) {
                    announced.complete(URI.create(endpointInLine.group()));
                }
            }
            announced.completeExceptionally(new IllegalStateException("it ended"));
        } catch (IOException e) {
            announced.completeExceptionally(e);
        }
    }

    private void awaitReadiness() throws Exception {
        HttpClient.Builder builder = HttpClient.newBuilder();
        if (tls.isPresent()) {
            builder.sslContext(tls.get().trusting());
        }
        HttpRequest question =
                HttpRequest.newBuilder(endpoint.resolve("/health/ready")).build();
        try (HttpClient client = builder.build()) {
            int status = 0;
            for (int attempt = 0; status != 200 && attempt < 100; attempt++) {
                if (attempt > 0) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                status = client.send(question, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            }
            if (status != 200) {
                throw new IllegalStateException("/health/ready answers " + status);
            }
        }
    }
}
