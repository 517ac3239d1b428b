package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys that another program hands over. */
@DisabledOnOs(OS.WINDOWS)
class ProgramKeysTest {

    private static final String PRINT =
            "echo \"{\\\"Version\\\":1,\\\"AccessKeyId\\\":\\\"$ID\\\",\\\"SecretAccessKey\\\":\\\"s\\\"}\"";

    @TempDir
    private Path home;

    private TestSession desk;

    @BeforeEach
    void open() throws IOException {
        desk = new TestSession(home);
        desk.environment.put("AWS_ENDPOINT_URL", desk.url());
        desk.environment.put("PATH", System.getenv("PATH"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void program(String line) throws IOException {
        desk.write("config", "[profile p]\ncredential_process = " + line + "\n");
    }

    @Test
    void theProgramSeesTheSessionsEnvironmentAndNoOther() throws IOException {
        desk.environment.put("ID", "AKIAFIRST");
        program("env > '" + home.resolve("seen") + "'; " + PRINT);
        assertThat(desk.run(
                        "Get-IAMUser -ProfileName p",
                        "$env:ID = 'AKIASECOND'",
                        "Get-IAMUser -ProfileName p",
                        "Get-IAMUser -ProfileName p"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls)
                .extracting(TestSession.Call::key)
                .containsExactly("AKIAFIRST", "AKIASECOND", "AKIASECOND");
        assertThat(Files.readString(home.resolve("seen")))
                .contains("ID=AKIASECOND")
                .doesNotContain("JAVA_HOME=");
    }

    @Test
    void keysWithAnEndAreAskedForAgainWhenItHasCome() throws IOException {
        program("echo x >> '" + home.resolve("asked") + "'; echo '{\"Version\":1,\"AccessKeyId\":\"A\","
                + "\"SecretAccessKey\":\"s\",\"SessionToken\":\"t\",\"Expiration\":\"1969-12-31T00:00:00+01:00\"}'");
        assertThat(desk.run("'a', 'b' | Get-IAMUser -ProfileName p"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls).extracting(TestSession.Call::token).containsExactly("t", "t");
        assertThat(Files.readAllLines(home.resolve("asked"))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh -c 'true ; PRINT'", "PRINT # mine", "true ;PRINT", "true &&\n    PRINT"})
    void theWholeLineRuns(String line) throws IOException {
        Path script = home.resolve("print");
        Files.writeString(script, PRINT.replace("$ID", "AKIAPROGRAM"));
        program(line.replace("PRINT", "sh " + script));
        assertThat(desk.run("Get-IAMUser -ProfileName p")).as(desk.err()).isZero();
        assertThat(desk.calls).extracting(TestSession.Call::key).containsExactly("AKIAPROGRAM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2099-01-01T00:00:00Z",
                "2099-01-01T00:00:00+0000",
                "2099-01-01T00:00:00-0730",
                "2099-01-01T00:00:00+00",
                "2099-01-01 00:00:00+00:00",
                "2099-01-01 00:00:00 +0000",
                "2099-01-01t00:00:00.123456z"
            })
    void anEndIsReadInTheFormsThatProgramsWrite(String end) throws IOException {
        program("echo x >> '" + home.resolve("asked") + "'; echo '{\"Version\":1,\"AccessKeyId\":\"A\","
                + "\"SecretAccessKey\":\"s\",\"SessionToken\":\"t\",\"Expiration\":\"" + end + "\"}'");
        assertThat(desk.run("'a', 'b' | Get-IAMUser -ProfileName p"))
                .as(desk.err())
                .isZero();
        assertThat(Files.readAllLines(home.resolve("asked"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01", "2099-01-01T00:00:00", "2099-02-30T00:00:00Z", "soon", ""})
    void anEndThatIsNoTimeIsRefused(String end) throws IOException {
        program("echo '{\"Version\":1,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"s\",\"Expiration\":\"" + end
                + "\"}'");
        assertThat(desk.run("Get-IAMUser -ProfileName p")).isOne();
        assertThat(desk.err()).contains("whose Expiration is not a time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo no key for you >&2; exit 3 | ended with 3: no key for you",
                "exit 1 | ended with 1.",
                "echo '{}' | Version",
                "echo '{\"Version\":2,\"AccessKeyId\":\"AKIASECRET\",\"SecretAccessKey\":\"s\"}' | Version",
                "echo '{\"Version\":1,\"AccessKeyId\":\"AKIASECRET\"}' | without AccessKeyId and SecretAccessKey",
                "echo AKIASECRET | is not a JSON object",
                "true | is not a JSON object",
                "nosuchprogram-anywhere | ended with 127",
                "yes | longer than"
            })
    void aProgramThatBringsNoKeysIsToldWithoutRepeatingThem(String line, String reason) throws IOException {
        program(line);
        assertThat(desk.run("Get-IAMUser -ProfileName p")).isOne();
        assertThat(desk.err())
                .contains("Get-IAMUser: ", "credential_process", reason)
                .doesNotContain("AKIASECRET");
        assertThat(desk.calls).isEmpty();
    }

    /** A program that waits for its user, who waits for it, is stopped with the command. */
    @Test
    @Timeout(60)
    void aProgramThatDoesNotEndIsStoppedWithTheCommand() throws Exception {
        Path started = home.resolve("started");
        program("echo $$ > '" + started + "'; exec sleep 600");
        Thread stopping = Thread.ofVirtual().start(() -> {
            while (!Files.exists(started) || started.toFile().length() == 0) {
                Thread.onSpinWait();
            }
            desk.stop();
        });
        assertThat(desk.run("Get-IAMUser -ProfileName p")).isEqualTo(130);
        // The stop may have interrupted this thread; the session's next line would pass over that.
        Thread.interrupted();
        stopping.join();
        assertThat(desk.calls).isEmpty();
        long program = Long.parseLong(Files.readString(started).strip());
        ProcessHandle.of(program).ifPresent(one -> one.onExit().join());
    }
}
