package io.claviger.clients.cmdlets;

import io.claviger.clients.Commands;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** moto's server, a mock of AWS that checks neither signatures nor policies: a second opinion about answers. */
final class Moto implements AutoCloseable {

    /** What is said where it is not installed. */
    static final String MISSING =
            "NOT TESTED: the cmdlets against moto_server: it is missing (pip install 'moto[server]')";

    private static final int ATTEMPTS = 600;

    private final Process process;
    private final URI endpoint;

    private Moto(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts it, if it is installed. */
    static Optional<Moto> start(Path directory) throws IOException, InterruptedException {
        if (Commands.firstThatWorks(List.of(List.of("moto_server", "--help"))).isEmpty()) {
            return Optional.empty();
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = Commands.process(
                        directory, List.of("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("moto.log").toFile())
                .start();
        Moto moto = new Moto(process, URI.create("http://127.0.0.1:" + port));
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            if (moto.reset()) {
                return Optional.of(moto);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        process.destroy();
        throw new AssertionError("moto_server does not start");
    }

    /** Where it listens, with an empty account. */
    URI emptied() throws InterruptedException {
        if (!reset()) {
            throw new AssertionError("moto_server cannot empty its account");
        }
        return endpoint;
    }

    private boolean reset() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest reset = HttpRequest.newBuilder(endpoint.resolve("/moto-api/reset"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            return client.send(reset, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
