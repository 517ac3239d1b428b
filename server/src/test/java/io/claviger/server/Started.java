package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import io.claviger.server.http.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** The program as it starts a server, and what it prints. */
abstract class Started {

    static final Pattern ENDPOINT = Pattern.compile("serves IAM and STS at (\\S+)");

    @TempDir
    Path directory;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final List<String> whileServing = new ArrayList<>();

    /** Runs a command; a server is asked for its health and then told to stop. */
    int run(Map<String, String> environment, String... arguments) {
        out.reset();
        err.reset();
        whileServing.clear();
        Surroundings system = new Surroundings(
                () -> Samples.NOW,
                environment,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                _ -> Optional.empty(),
                this::lookAndStop);
        return Commands.run(system, arguments);
    }

    void lookAndStop(Runnable stop) {
        try {
            Matcher endpoint = ENDPOINT.matcher(out());
            assertThat(endpoint.find()).as("the endpoint in %s", out()).isTrue();
            whileServing.add(Wire.exchange(URI.create(endpoint.group(1)), Wire.request("GET /health/ready")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            stop.run();
        }
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String data() {
        return directory.resolve("data").toString();
    }
}
