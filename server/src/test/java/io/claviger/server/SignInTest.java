package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import io.claviger.server.rehearsal.Signing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private static final Pattern CREDENTIALS =
            Pattern.compile("\\{\"Version\":1,\"AccessKeyId\":\"(ASIA[A-Z2-7]{16})\","
                    + "\"SecretAccessKey\":\"([^\"]{40})\",\"SessionToken\":\"([^\"]+)\","
                    + "\"Expiration\":\"2026-11-22T11:00:00Z\"}\\s*");

    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    private final RunningServer server =
            Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()), now::get);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        server.close();
    }

    private String post(String form) throws IOException {
        return Wire.exchange(
                server.endpoint(), Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form);
    }

    private String attempt(String account, String password) throws IOException {
        return post("AccountId=" + account + "&UserName=root&Password=" + password);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void rightPasswordGivesTheRootUserAnHour() throws Exception {
        String answer = attempt(Samples.ACCOUNT, "correct+horse");
        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Cache-Control: no-store");
        Matcher credentials = CREDENTIALS.matcher(body(answer));
        assertThat(credentials.matches()).as(answer).isTrue();

        assertThat(callAs(credentials)).startsWith("HTTP/1.1 200 ").contains("arn:aws:iam::123456789012:root");
        now.set(Samples.NOW.plus(Duration.ofHours(1)));
        assertThat(callAs(credentials)).startsWith("HTTP/1.1 403 ").contains("ExpiredToken");
    }

    private String callAs(Matcher credentials) throws Exception {
        String body = "Action=GetCallerIdentity&Version=2011-06-15";
        String signed = new Signing(credentials.group(1), credentials.group(2), "us-east-1")
                .headers("sts", server.endpoint().getAuthority(), body, now.get());
        return Wire.exchange(
                server.endpoint(),
                "POST / HTTP/1.1\r\nHost: " + server.endpoint().getAuthority() + "\r\n" + signed
                        + "X-Amz-Security-Token: " + credentials.group(3) + "\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body);
    }

    @Test
    void wrongPasswordUnknownAccountAndUnknownUserAreAnsweredAlike() throws IOException {
        String wrong = attempt(Samples.ACCOUNT, "wrong+horse");
        assertThat(wrong).startsWith("HTTP/1.1 403 ");
        assertThat(body(attempt("210987654321", "correct+horse"))).isEqualTo(body(wrong));
        assertThat(body(post("AccountId=123456789012&UserName=Administrator&Password=correct+horse")))
                .isEqualTo(body(wrong));
    }

    @Test
    void afterThreeFailuresEvenTheRightPasswordHasToWait() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(attempt(Samples.ACCOUNT, "wrong+horse")).startsWith("HTTP/1.1 403 ");
        }
        assertThat(attempt(Samples.ACCOUNT, "correct+horse"))
                .startsWith("HTTP/1.1 429 ")
                .contains("Retry-After: 1\r\n");
        now.set(Samples.NOW.plusSeconds(1));
        assertThat(attempt(Samples.ACCOUNT, "correct+horse")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AccountId=123456789012",
                "AccountId=123456789012&UserName=root",
                "AccountId=1&UserName=root&Password=correct+horse",
                "AccountId=123456789012&UserName=&Password=correct+horse",
                "AccountId=123456789012&UserName=root&Password=%zz",
                "AccountId=123456789012&UserName=root&Password=p%E4%E4ssword",
                "AccountId=123456789012&UserName=root&Password=p%EF%BF%BDssword",
                "{\"AccountId\":\"123456789012\"}",
                "&&&=&="
            })
    void whatIsNotTheFormIsRefused(String form) throws IOException {
        assertThat(post(form)).startsWith("HTTP/1.1 400 ").contains("ValidationError");
    }

    @Test
    void passwordsThatLostCharactersAreRefusedBeforeTheyAreSent() {
        assertThat(command(Map.of(Surroundings.ROOT_PASSWORD, "correct\ufffdhorse"), ""))
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
        assertThat(command(Map.of(Surroundings.ROOT_PASSWORD, Samples.PASSWORD), ""))
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
        assertThat(command(Map.of(Surroundings.ROOT_PASSWORD, "wrong horse"), ""))
                .isEqualTo(1);
        assertThat(command(Map.of(), "")).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("password is wrong", "there is no terminal")
                .doesNotContain("wrong horse");
    }
}
