package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import io.claviger.server.command.Variables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No account is made whose credentials nobody got. */
class FirstCredentialsTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String data() {
        return directory.resolve("data").toString();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private int run(OutputStream output, Map<String, String> environment, String... arguments) {
        out.reset();
        err.reset();
        Surroundings system = new Surroundings(
                () -> Samples.NOW,
                environment,
                InputStream.nullInputStream(),
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                _ -> Optional.empty(),
                Runnable::run);
        return Commands.run(system, arguments);
    }

    /** Takes so many bytes, and fails at the next; or, as a pipe does, once its reader has had so many. */
    private static final class FullOutput extends OutputStream {
        private int room;

        FullOutput(int room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 150, 300, 500})
    void credentialsThatNobodyGetsAreNoAccount(int room) throws Exception {
        String[] start = {"start", "--port", "0", "--data", data()};
        assertThat(run(new FullOutput(room), Map.of(), start)).isEqualTo(1);
        assertThat(err())
                .startsWith("claviger: standard output does not take the credentials of the new account")
                .doesNotContain("\tat ");
        assertThat(run(out, Map.of(), start)).isZero();
        assertThat(out()).contains("The account is new.", "export AWS_SECRET_ACCESS_KEY=");
        assertThat(run(new FullOutput(room), Map.of(), start))
                .as("a later start has no secret to show")
                .isZero();
    }

    @Test
    void passwordThatNobodyGetsIsNoAccountAndNoProfile() throws Exception {
        Map<String, String> home = Map.of("HOME", directory.toString());
        String[] start = {"start", "--port", "0", "--data", data(), "--store-as", "work"};
        assertThat(run(new FullOutput(0), home, start)).isEqualTo(1);
        assertThat(directory.resolve(".aws/credentials")).content().doesNotContain("work", "aws_secret");
        assertThat(run(out, home, start)).isZero();
        assertThat(out()).contains("The account is new.", "Root user's password:  ");
    }

    @Test
    void outputMayBeClosedIfAllCredentialsAreGiven() throws Exception {
        Map<String, String> given = Map.of(
                Variables.ACCESS_KEY_ID, Samples.KEY_ID,
                Variables.SECRET_ACCESS_KEY, Samples.SECRET,
                Variables.ROOT_PASSWORD, Samples.PASSWORD);
        assertThat(run(new FullOutput(0), given, "start", "--port", "0", "--data", data()))
                .isZero();
        assertThat(run(out, Map.of(), "start", "--port", "0", "--data", data())).isZero();
        assertThat(out()).doesNotContain("The account is new.");
    }
}
