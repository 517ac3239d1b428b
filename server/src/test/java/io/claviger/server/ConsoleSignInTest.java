package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.Visitor.Keys;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in to the console, and what ends a session of it. */
class ConsoleSignInTest extends ConsoleSignInContract {

    private static final String NEXT = "Another+h0rse";

    ConsoleSignInTest(@TempDir Path directory) {
        super(directory);
    }

    @Test
    void userSignsInAndGetsCredentialsThatThePageSignsWith() throws Exception {
        iam("CreateAccountAlias&AccountAlias=example");
        HttpResponse<String> answer = visitor.post("sign-in", ALICE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .contains("\"expiration\":\"2026-11-22T10:15:00Z\"")
                .contains("\"person\":{\"arn\":\"arn:aws:iam::123456789012:user/alice\",\"account\":\"123456789012\","
                        + "\"alias\":\"example\",\"root\":false,\"userName\":\"alice\"}")
                .contains("\"session\":{\"startedAt\":\"2026-11-22T10:00:00Z\",\"endsAt\":\"2026-11-22T22:00:00Z\","
                        + "\"endsUnusedAt\":\"2026-11-22T11:00:00Z\"}")
                .contains("\"version\":");
        assertThat(identity(Visitor.keys(answer))).contains("arn:aws:iam::123456789012:user/alice");
        assertThat(visitor.post("sign-in", ALICE.replace("123456789012", "example"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void cookieIsForTheConsoleAloneAndForNoScriptAndNoOtherSite() {
        String cookie = Visitor.setCookie(visitor.post("sign-in", ALICE)).orElseThrow();

        assertThat(cookie).matches("claviger-console=[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Strict");
        String overTls = Visitor.setCookie(visitor.post(
                        "sign-in",
                        ALICE,
                        "X-Forwarded-Proto",
                        "https",
                        "Origin",
                        "https://" + server.endpoint().getAuthority()))
                .orElseThrow();
        assertThat(overTls).matches("__Secure-claviger-console=[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Strict; Secure");
    }

    @Test
    void rootSignsInByAddressByAccountOrByBoth() throws Exception {
        HttpResponse<String> answer = visitor.post("sign-in", ROOT);

        assertThat(answer.body()).contains("\"arn\":\"arn:aws:iam::123456789012:root\"", "\"root\":true");
        assertThat(identity(Visitor.keys(answer))).contains("arn:aws:iam::123456789012:root");
        String password = "\"password\":\"" + Samples.PASSWORD + "\"}";
        assertThat(visitor.post("sign-in", "{\"account\":\"123456789012\"," + password)
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.post("sign-in", ROOT.replace("{", "{\"account\":\"123456789012\","))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.post("sign-in", ROOT.replace("{", "{\"account\":\"210987654321\","))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012, alice",
        "123456789012, nobody",
        "123456789012, Administrator",
        "210987654321, alice",
        "no-such-alias, alice"
    })
    void whoIsWrongWhoeverTheyClaimToBeIsAnsweredAlike(String account, String user) {
        HttpResponse<String> answer = visitor.post(
                "sign-in",
                "{\"account\":\"" + account + "\",\"userName\":\"" + user + "\",\"password\":\"Wrong+h0rse\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"error\":{\"code\":\"AccessDenied\",\"message\":\"The account, the user or the password is"
                                + " wrong\"}}\n");
        assertThat(visitor.cookie()).isEmpty();
        assertThat(visitor.post("sign-in", "{\"email\":\"nobody@example.com\",\"password\":\"Wrong+h0rse\"}")
                        .body())
                .isEqualTo(answer.body());
    }

    @Test
    void passwordThatHasToBeReplacedIsReplacedAtSigningIn() throws Exception {
        iam("UpdateLoginProfile&UserName=alice&PasswordResetRequired=true");
        iam("UpdateAccountPasswordPolicy&AllowUsersToChangePassword=true");
        assertThat(visitor.post("sign-in", ALICE).body()).contains("\"code\":\"NewPasswordNeeded\"");
        assertThat(visitor.post("sign-in", ALICE.replace("}", ",\"newPassword\":\"short\"}"))
                        .body())
                .contains("\"code\":\"PasswordNotChanged\"");

        HttpResponse<String> answer = visitor.post("sign-in", ALICE.replace("}", ",\"newPassword\":\"" + NEXT + "\"}"));

        assertThat(identity(Visitor.keys(answer))).contains("user/alice");
        assertThat(session().statusCode()).isEqualTo(200);
        assertThat(visitor.post("sign-in", ALICE).statusCode()).isEqualTo(403);
    }

    @Test
    void secondFactorIsAskedForAndKnownToTheSession() throws Exception {
        Authenticator phone = Authenticator.from(iam("CreateVirtualMFADevice&VirtualMFADeviceName=phone"));
        iam("EnableMFADevice&UserName=alice&SerialNumber=" + Samples.encoded("arn:aws:iam::123456789012:mfa/phone")
                + "&AuthenticationCode1=" + phone.code(now.get().minusSeconds(30)) + "&AuthenticationCode2="
                + phone.code(now.get()));
        iam("PutUserPolicy&UserName=alice&PolicyName=p&PolicyDocument=" + Samples.encoded("""
                        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*",
                        "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}"""));
        now.set(now.get().plusSeconds(30));

        HttpResponse<String> without = visitor.post("sign-in", ALICE);
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("\"code\":\"MFACodeNeeded\"");
        assertThat(visitor.post("sign-in", ALICE.replace("}", ",\"mfaCode\":\"000000\"}"))
                        .body())
                .contains("\"code\":\"WrongMFACode\"");
        assertThat(visitor.post(
                                "sign-in",
                                ALICE.replace(
                                        "}",
                                        ",\"mfaCode\":\"" + phone.code(now.get()) + "\",\"newPassword\":\"short\"}"))
                        .body())
                .contains("\"code\":\"PasswordNotChanged\"");
        now.set(now.get().plusSeconds(30));
        HttpResponse<String> with =
                visitor.post("sign-in", ALICE.replace("}", ",\"mfaCode\":\"" + phone.code(now.get()) + "\"}"));
        assertThat(asked(Visitor.keys(with), "ListUsers")).startsWith("HTTP/1.1 200 ");
        assertThat(asked(Visitor.keys(session()), "ListUsers")).startsWith("HTTP/1.1 200 ");
        server.close();
        assertThat(audited(directory.resolve("audit")).lines().filter(line -> line.contains("ConsoleLogin")))
                .singleElement()
                .asString()
                .contains("\"additionalEventData\":{\"MFAUsed\":\"Yes\"}");
        assertThat(audited(directory.resolve("audit").resolve("unverified")).lines())
                .satisfiesExactly(
                        asked -> assertThat(asked).contains("\"MFAUsed\":\"No\""),
                        wrong -> assertThat(wrong).contains("\"MFAUsed\":\"Yes\""),
                        usedUp -> assertThat(usedUp).contains("\"MFAUsed\":\"Yes\""));
    }

    @Test
    void noUrlSignsAnybodyIn() {
        visitor.post("sign-in", ALICE);
        String secret = visitor.cookie();
        visitor.keeping("");
        String value = secret.substring(secret.indexOf('=') + 1);

        for (String query : new String[] {secret, "session=" + value, "cookie=" + value}) {
            assertThat(visitor.post("session?" + query, "{}").statusCode()).isEqualTo(401);
            assertThat(visitor.get("/console/?" + query).headers().firstValue("Set-Cookie"))
                    .isEmpty();
        }
        assertThat(visitor.get("/console/session").statusCode()).isEqualTo(405);
    }

    @Test
    void guessesWaitInTheLineThatAllAttemptsWaitIn() throws Exception {
        Queue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
        List<Thread> guesses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String guess = ALICE.replace(PASSWORD, "Wrong+h0rse" + i);
            guesses.add(Thread.ofVirtual().start(() -> {
                try (Visitor guessing = new Visitor(server.endpoint())) {
                    answers.add(guessing.post("sign-in", guess));
                }
            }));
        }
        for (Thread guess : guesses) {
            guess.join();
        }

        assertThat(answers).hasSize(40).allMatch(answer -> answer.statusCode() == 403 || answer.statusCode() == 429);
        HttpResponse<String> slowed = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(slowed.body()).contains("\"code\":\"Throttling\"");
        assertThat(slowed.headers().firstValue("Retry-After")).contains("1");
        assertThat(visitor.post("sign-in", ALICE).statusCode()).isEqualTo(200);
    }

    @Test
    void signingInAndOutAreAuditedWithoutSecrets() throws Exception {
        visitor.post("sign-in", ALICE.replace(PASSWORD, "Wrong+h0rse"));
        Keys keys = Visitor.keys(visitor.post("sign-in", ALICE));
        String cookie = visitor.cookie();
        visitor.post("sign-out", "{}");
        server.close();

        String verified = audited(directory.resolve("audit"));
        assertThat(verified)
                .contains("\"ConsoleLogin\":\"Success\"", "\"MFAUsed\":\"No\"", "\"eventName\":\"ConsoleLogout\"")
                .contains("\"arn\":\"arn:aws:iam::123456789012:user/alice\"")
                .doesNotContain(PASSWORD, cookie.substring(cookie.indexOf('=') + 1), keys.secret(), keys.token());
        assertThat(audited(directory.resolve("audit").resolve("unverified"))).contains("\"ConsoleLogin\":\"Failure\"");
    }

    private static String audited(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return Files.readString(
                    files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
    }
}
