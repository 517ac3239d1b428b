package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Variables;
import io.claviger.server.start.StartArguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartCommandTest extends Started {

    @Test
    void whatIsKeptInMemoryFollowsTheHeap() {
        assertThat(StartArguments.cachedByHeap(128L << 20)).isEqualTo(4096);
        assertThat(StartArguments.cachedByHeap(Long.MAX_VALUE)).isEqualTo(10_000_000);
    }

    @Test
    void firstStartShowsTheNewCredentialsAndTheSecondDoesNot() {
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data())).isZero();
        assertThat(whileServing).singleElement().asString().startsWith("HTTP/1.1 200 ");
        assertThat(out())
                .contains("aws --endpoint-url http://127.0.0.1:", "./claviger sign-in --endpoint http://127.0.0.1:");
        String secret = found("export AWS_SECRET_ACCESS_KEY=(\\S{40})");
        String keyId = found("export AWS_ACCESS_KEY_ID=(AKIA[A-Z2-7]{16})");
        String password = found("password: +(\\S{24})");
        String account = found("Account ([0-9]{12})");

        assertThat(run(Map.of(), "start", "--port", "0", "--data", data())).isZero();
        assertThat(whileServing).hasSize(1);
        assertThat(out())
                .contains("Account " + account, "http://127.0.0.1:")
                .doesNotContain(secret, keyId, password, "AWS_SECRET");
        assertThat(err()).doesNotContain(secret, password, "WARN", "ERROR");
    }

    private String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(out());
        assertThat(matcher.find()).as("%s in %s", pattern, out()).isTrue();
        return matcher.group(1);
    }

    @Test
    void whatWasGivenIsUsedAndNotShown() {
        Map<String, String> given = Map.of(
                Variables.ACCOUNT_ID, Samples.ACCOUNT,
                Variables.ACCESS_KEY_ID, Samples.KEY_ID,
                Variables.SECRET_ACCESS_KEY, Samples.SECRET,
                Variables.ROOT_PASSWORD, Samples.PASSWORD);
        assertThat(run(given, "start", "--port", "0", "--data", ":memory:")).isZero();
        assertThat(out())
                .contains("Account " + Samples.ACCOUNT, "export AWS_ACCESS_KEY_ID=" + Samples.KEY_ID)
                .doesNotContain(Samples.SECRET, Samples.PASSWORD);
    }

    @Test
    void wordThatAProxyProvidesTlsIsTaken() {
        assertThat(run(Map.of(), "start", "--port", "0", "--host", "0.0.0.0", "--behind-tls-proxy", "--data", data()))
                .isZero();
        assertThat(out()).contains("http://0.0.0.0:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void addressOfTheSixthVersionIsServed(String host) {
        assertThat(run(Map.of(), "start", "--port", "0", "--host", host, "--data", data()))
                .isZero();
        assertThat(whileServing).singleElement().asString().startsWith("HTTP/1.1 200 ");
        assertThat(out()).contains(" at http://[" + host.replaceAll("[\\[\\]]", "") + "]:");
    }

    @Test
    void helpAndVersionAreOnStandardOutput() {
        assertThat(run(Map.of(), "help")).isZero();
        assertThat(out()).contains("start", "sign-in", "version").doesNotContain("rehearse");
        assertThat(run(Map.of(), "start", "--help")).isZero();
        assertThat(out()).contains("--data", "--behind-tls-proxy", "--users-per-account");
        assertThat(run(Map.of(), "version")).isZero();
        assertThat(out()).startsWith("Claviger ");
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(run(Map.of(), "begin")).isEqualTo(2);
    }

    @Test
    void startAndStopAreALineEachOnTheScreenAndInTheLog() {
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data())).isZero();
        assertThat(out()).contains(" serves IAM and STS at http://127.0.0.1:").endsWith("Claviger has stopped.\n");
        List<String> log = err().lines().toList();
        assertThat(log).hasSize(2).allMatch(line -> line.startsWith("{\"time\":") && line.contains("\"INFO\""));
        assertThat(log.getFirst()).contains(" serves IAM and STS at http://127.0.0.1:", data());
        assertThat(log.getLast()).contains("Claviger has stopped");
        assertThat(run(Map.of(), "start", "--port", "0", "--data", ":memory:", "--log-level", "warn"))
                .isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void greetingNamesTheConsoleWhereBrowsersReachIt() {
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data())).isZero();
        assertThat(out())
                .containsPattern("In a browser: +http://127\\.0\\.0\\.1:[0-9]+/console/ as the root user of the account"
                        + " [0-9]{12}\n");
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data())).isZero();
        assertThat(out()).contains("\nWeb console at http://127.0.0.1:").doesNotContain("In a browser:");
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data(), "--public-url", "https://iam.example.com"))
                .isZero();
        assertThat(out()).contains("\nWeb console at https://iam.example.com/console/\n");
        assertThat(run(Map.of(), "start", "--port", "0", "--data", ":memory:", "--console", "off"))
                .isZero();
        assertThat(out()).contains("The account is new.").doesNotContain("/console/");
    }

    @Test
    void directoriesThatAMountGaveToItsGroupAreTakenAtEachStart() throws Exception {
        Path audit = directory.resolve("trail");
        String[] start = {"start", "--port", "0", "--data", data(), "--audit-dir", audit.toString()};
        for (int i = 0; i < 3; i++) {
            assertThat(run(Map.of(), start)).as(this::err).isZero();
            for (Path mounted : List.of(Path.of(data()), audit, audit.resolve("unverified"))) {
                Files.setPosixFilePermissions(mounted, PosixFilePermissions.fromString("rwxrwx---"));
            }
        }
    }

    @Test
    void rehearsalThatTheBuildRecordsSucceeds() {
        assertThat(run(Map.of(), "rehearse")).isZero();
        assertThat(out()).endsWith("rehearsed\n");
    }
}
