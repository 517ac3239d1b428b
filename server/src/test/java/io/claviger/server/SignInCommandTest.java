package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import io.claviger.server.command.Variables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInCommandTest extends SignInServer {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void passwordsThatLostCharactersAreRefusedBeforeTheyAreSent() {
        assertThat(command(Map.of(Variables.ROOT_PASSWORD, "correct\ufffdhorse"), ""))
                .isOne();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("claviger: CLAVIGER_ROOT_PASSWORD is not in UTF-8\n");
        err.reset();
        assertThat(command(Map.of(), "correct\ufffdhorse\n", "--password-stdin"))
                .isOne();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("claviger: the password is not in UTF-8\n");
    }

    private int command(Map<String, String> environment, String input, String... options) {
        String[] arguments = new String[options.length + 5];
        String[] always = {"sign-in", "--endpoint", server.endpoint().toString(), "--account-id", Samples.ACCOUNT};
        System.arraycopy(always, 0, arguments, 0, always.length);
        System.arraycopy(options, 0, arguments, always.length, options.length);
        Surroundings system = new Surroundings(
                now::get,
                environment,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                _ -> Optional.empty(),
                Runnable::run);
        return Commands.run(system, arguments);
    }

    @Test
    void commandPrintsWhatAShellOrAnAwsProfileTakes() {
        assertThat(command(Map.of(Variables.ROOT_PASSWORD, Samples.PASSWORD), ""))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("""
            export AWS_ACCESS_KEY_ID=ASIA\\S+
            export AWS_SECRET_ACCESS_KEY=\\S+
            export AWS_SESSION_TOKEN=\\S+
            """);
        out.reset();
        assertThat(command(Map.of(), Samples.PASSWORD + "\n", "--password-stdin", "--credential-process"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches(CREDENTIALS);
    }

    @Test
    void commandThatFailsSaysWhyAndPrintsNothingForAShellToRun() {
        assertThat(command(Map.of(Variables.ROOT_PASSWORD, "wrong horse"), "")).isEqualTo(1);
        assertThat(command(Map.of(), "")).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("password is wrong", "there is no terminal")
                .doesNotContain("wrong horse");
    }

    @Test
    void damagedPasswordIsNotEvenSent() {
        for (Map<String, String> environment : List.of(
                Map.of(Variables.ROOT_PASSWORD, "correct h\ufffdrse"),
                Map.of(Variables.ROOT_PASSWORD, "correct h\ud800rse"))) {
            err.reset();
            assertThat(command(environment, "")).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("UTF-8").doesNotContain("correct h");
        }
        err.reset();
        assertThat(commandOnBytes(new byte[] {'p', 'a', (byte) 0xe4, 's', 's', 'w', 'o', 'r', 'd', '\n'}))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("UTF-8");
        assertThat(out.size()).isZero();
    }

    private int commandOnBytes(byte[] input) {
        Surroundings system = new Surroundings(
                now::get,
                Map.of(),
                new ByteArrayInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                _ -> Optional.empty(),
                Runnable::run);
        return Commands.run(
                system,
                "sign-in",
                "--endpoint",
                server.endpoint().toString(),
                "--account-id",
                Samples.ACCOUNT,
                "--password-stdin");
    }

    @Test
    void passwordMayBeInAFile(@TempDir Path directory) throws IOException {
        for (String end : List.of("", "\n", "\r\n")) {
            Path file = Files.writeString(directory.resolve("password"), Samples.PASSWORD + end);
            assertThat(command(Map.of("CLAVIGER_ROOT_PASSWORD_FILE", file.toString()), ""))
                    .isZero();
        }
        assertThat(command(
                        Map.of(
                                "CLAVIGER_ROOT_PASSWORD_FILE",
                                directory.resolve("none").toString()),
                        ""))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("CLAVIGER_ROOT_PASSWORD_FILE: cannot read", "there is no such file")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--account-id 1111 | 12 digits",
                "--account-id 1234567890123 | 12 digits",
                "--account-id 12345678901_ | 12 digits",
                "--account-id 123456789012 --endpoint localhost:7080 | --endpoint",
                "--account-id 123456789012 --endpoint ftp://localhost | --endpoint",
                "--account-id 123456789012 --endpoint http:// | --endpoint",
                "--acount-id 123456789012 | did you mean --account-id?"
            })
    void whatCannotBeRightIsRefusedBeforeThePasswordIsAskedFor(String options, String advice) {
        List<String> arguments = new ArrayList<>(List.of("sign-in"));
        arguments.addAll(List.of(options.split(" ")));
        Surroundings system = new Surroundings(
                now::get,
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                prompt -> {
                    throw new AssertionError(prompt);
                },
                Runnable::run);
        assertThat(Commands.run(system, arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(advice);
    }
}
