package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import io.claviger.storage.sealing.SealingKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A data directory, and commands on it. */
abstract class UpkeepGround {

    static final String CALLER = "Action=GetCallerIdentity&Version=2011-06-15";
    static final Map<String, String> NOTHING = Map.of();

    @TempDir
    Path directory;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    final Path data() {
        return directory.resolve("data");
    }

    final RunningServer start(Path data, Optional<String> key) {
        DataLocation location = new DataLocation.Directory(data, key.map(SealingKey.Given::new));
        return Samples.start(Samples.settings(location, Optional.of(data.resolve("audit"))));
    }

    final int run(Map<String, String> environment, String... words) {
        return run(out, environment, words);
    }

    final int run(OutputStream output, Map<String, String> environment, String... words) {
        out.reset();
        err.reset();
        Surroundings system = new Surroundings(
                () -> Samples.NOW,
                environment,
                InputStream.nullInputStream(),
                new PrintStream(output, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                _ -> Optional.empty(),
                Runnable::run);
        int status = Commands.run(system, words);
        assertThat(err.toString(UTF_8)).doesNotContain("\tat ");
        return status;
    }

    /** Makes a second account beside the first. */
    final int createSecond(OutputStream output, Map<String, String> environment, String... more) {
        return run(
                output,
                environment,
                Stream.concat(
                                Stream.of(
                                        "account",
                                        "create",
                                        "--data",
                                        data().toString(),
                                        "--name",
                                        "Second",
                                        "--email",
                                        "second@example.com"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    final String err() {
        return err.toString(UTF_8);
    }

    static String call(URI endpoint, String body) throws IOException, GeneralSecurityException {
        return Samples.call(
                endpoint, Samples.NOW, Samples.KEY_ID, Samples.SECRET, body.contains("Caller") ? "sts" : "iam", body);
    }

    static void create(RunningServer server, String user) throws Exception {
        assertThat(call(server.endpoint(), "Action=CreateUser&UserName=" + user + "&Version=2010-05-08"))
                .startsWith("HTTP/1.1 200 ");
    }

    static int signIn(URI endpoint, String password) throws IOException {
        String form = "AccountId=" + Samples.ACCOUNT + "&UserName=root&Password=" + password.replace(' ', '+');
        String answer =
                Wire.exchange(endpoint, Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form);
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
