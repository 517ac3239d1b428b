package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.http.Wire;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in to the console with a password and a passkey. */
class PasskeySignInTest extends PasskeyContract {

    PasskeySignInTest(@TempDir Path directory) {
        super(directory);
    }

    private static void assertWrong(HttpResponse<String> answer) {
        assertThat(answer.body()).contains("\"code\":\"WrongPasskey\"");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void thePasskeyIsAskedForAndKnownToTheSession() throws Exception {
        SoftwareAuthenticator laptop = alices();
        allow("alice", "iam:ListUsers", "*", """
            {"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThan":{"aws:MultiFactorAuthAge":"60"}}\
            """);

        String asked = asked();
        assertThat(asked)
                .contains("\"code\":\"PasskeyNeeded\"")
                .contains("\"rpId\":\"localhost\"")
                .contains("\"allowCredentials\":[{\"type\":\"public-key\",\"id\":\"" + laptop.id() + "\"}]");
        HttpResponse<String> answer = signInWith(laptop.assertion(asked));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"secondFactorAt\":\"2026-11-22T10:00:00Z\"");
        assertThat(asked(Visitor.keys(answer), "ListUsers")).startsWith("HTTP/1.1 200 ");
        now.set(now.get().plusSeconds(61));
        assertThat(asked(Visitor.keys(answer), "ListUsers")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void theRootUserSignsInWithOne() {
        SoftwareAuthenticator key = authenticator();
        signIn(ROOT);
        register("key", key);
        browser.post("sign-out", "{}");

        String asked = browser.post("sign-in", ROOT).body();
        assertThat(asked).contains("\"code\":\"PasskeyNeeded\"");
        String assertion = key.assertion(asked);
        assertThat(browser.post("sign-in", ROOT.replace("}", ",\"passkey\":" + assertion + "}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoHasBothChooses() throws Exception {
        SoftwareAuthenticator laptop = alices();
        Authenticator phone = Authenticator.from(iam("CreateVirtualMFADevice&VirtualMFADeviceName=phone"));
        iam("EnableMFADevice&UserName=alice&SerialNumber=" + Samples.encoded("arn:aws:iam::123456789012:mfa/phone")
                + "&AuthenticationCode1=" + phone.code(now.get().minusSeconds(30)) + "&AuthenticationCode2="
                + phone.code(now.get()));
        now.set(now.get().plusSeconds(30));

        String asked = asked();
        assertThat(asked).contains("\"code\":\"MFACodeNeeded\"").contains("\"allowCredentials\":[{");
        assertThat(signInWith(laptop.assertion(asked)).statusCode()).isEqualTo(200);
        assertThat(browser.post("sign-in", ALICE.replace("}", ",\"mfaCode\":\"" + phone.code(now.get()) + "\"}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWrongPasswordLearnsNothing() {
        SoftwareAuthenticator laptop = alices();
        String assertion = laptop.assertion(asked());
        String wrong = ALICE.replace(PASSWORD, "Wrong+h0rse");

        for (String form : new String[] {wrong, wrong.replace("}", ",\"passkey\":" + assertion + "}")}) {
            HttpResponse<String> answer = browser.post("sign-in", form);
            assertThat(answer.body()).contains("\"code\":\"AccessDenied\"").doesNotContain("passkey");
        }
    }

    @Test
    void noCodeTakesThePlaceOfAPasskey() throws Exception {
        alices();
        assertThat(browser.post("sign-in", ALICE.replace("}", ",\"mfaCode\":\"123456\"}"))
                        .body())
                .contains("\"code\":\"PasskeyNeeded\"");
        String form = "AccountId=123456789012&UserName=alice&Password=" + Samples.encoded(PASSWORD) + "&MFACode=123456";
        assertThat(Wire.exchange(
                        server.endpoint(), Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form))
                .startsWith("HTTP/1.1 403 ")
                .contains("\"PasskeyNeeded\"");
    }

    @Test
    void aPageOfAnotherHostCannotPassItsAnswerOnUnderItsOwnName() throws Exception {
        SoftwareAuthenticator laptop = alices();
        String authority = "evil." + HOST + ":" + server.endpoint().getPort();
        laptop.at("http://" + authority); // a browser lets a page ask for a passkey of a domain above
        String form = ALICE.replace("}", ",\"passkey\":" + laptop.assertion(asked()) + "}");
        assertThat(Wire.exchange(
                        server.endpoint(),
                        "POST /console/sign-in HTTP/1.1\r\nHost: " + authority
                                + "\r\nX-Claviger-Console: 1\r\nContent-Type: application/json\r\nConnection: close"
                                + "\r\nContent-Length: " + form.length() + "\r\n\r\n" + form))
                .startsWith("HTTP/1.1 403 ")
                .contains("\"WrongPasskey\"");
    }

    private static Stream<Named<Consumer<SoftwareAuthenticator>>> faults() {
        return Stream.of(
                Named.of("another origin", laptop -> laptop.at("https://localhost.example.com")),
                Named.of("another port", laptop -> laptop.at("http://localhost:1")),
                Named.of("another relying party", laptop -> laptop.answeringFor("example.com")),
                Named.of("nobody there", SoftwareAuthenticator::untouched),
                Named.of("another signature", SoftwareAuthenticator::forging),
                Named.of("a counter that stands still", laptop -> laptop.counting(0)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatAnAuthenticatorDidElsewhereOrUnaskedIsRefused(Consumer<SoftwareAuthenticator> fault) {
        SoftwareAuthenticator laptop = alices();
        fault.accept(laptop);
        assertWrong(signInWith(laptop.assertion(asked())));
        assertThat(session().statusCode()).isEqualTo(401);
    }

    @Test
    void aCounterThatGoesBackIsRefused() {
        SoftwareAuthenticator laptop = alices();
        laptop.counting(100);
        assertThat(signInWith(laptop.assertion(asked())).statusCode()).isEqualTo(200);
        laptop.counting(50);
        assertWrong(signInWith(laptop.assertion(asked())));
        laptop.counting(101);
        assertThat(signInWith(laptop.assertion(asked())).statusCode()).isEqualTo(200);
    }

    @Test
    void anAuthenticatorWithoutACounterIsTaken() {
        SoftwareAuthenticator phone = authenticator();
        phone.counting(-1);
        signIn(ALICE);
        register("phone", phone);
        for (int i = 0; i < 2; i++) {
            phone.counting(-1);
            assertThat(signInWith(phone.assertion(asked())).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aChallengeIsGoodOnceAndForFiveMinutes() {
        SoftwareAuthenticator laptop = alices();
        String asked = asked();
        String assertion = laptop.assertion(asked);
        assertThat(signInWith(assertion).statusCode()).isEqualTo(200);
        assertWrong(signInWith(assertion));
        assertWrong(signInWith(laptop.assertion(asked)));

        String late = asked();
        now.set(now.get().plus(Duration.ofMinutes(5)));
        assertWrong(signInWith(laptop.assertion(late)));
    }

    @Test
    void anotherUsersCredentialAndChallengeAreRefused() throws Exception {
        SoftwareAuthenticator alices = alices();
        iam("CreateUser&UserName=bob");
        iam("CreateLoginProfile&UserName=bob&Password=" + Samples.encoded(PASSWORD));
        allow("bob", "iam:EnableMFADevice", "*", "{}");
        String bob = ALICE.replace("alice", "bob");
        SoftwareAuthenticator bobs = authenticator();
        signIn(bob);
        register("laptop", bobs);
        String askedOfBob = browser.post("sign-in", bob).body();

        assertWrong(signInWith(bobs.assertion(asked())));
        assertWrong(signInWith(alices.assertion(askedOfBob)));
        assertWrong(signInWith(authenticator().assertion(asked())));
        assertWrong(signInWith("{}"));
        assertThat(signInWith(alices.assertion(asked())).statusCode()).isEqualTo(200);
    }

    @Test
    void aChallengeForRegisteringSignsNobodyIn() {
        SoftwareAuthenticator laptop = authenticator();
        signIn(ALICE);
        register("laptop", laptop);
        assertWrong(signInWith(laptop.assertion(options("{}").body())));
    }

    @Test
    void guessingIsSlowedDown() {
        SoftwareAuthenticator laptop = alices();
        String good = laptop.assertion(asked());
        for (int i = 0; i < 5; i++) {
            assertWrong(signInWith("{}"));
        }
        HttpResponse<String> slowed = signInWith(good);
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.body()).contains("\"code\":\"Throttling\"");
    }

    @Test
    void aPasswordThatHasToBeReplacedIsReplacedWithTheSameAnswer() throws Exception {
        SoftwareAuthenticator laptop = alices();
        iam("UpdateLoginProfile&UserName=alice&PasswordResetRequired=true");
        iam("UpdateAccountPasswordPolicy&AllowUsersToChangePassword=true");
        String assertion = laptop.assertion(asked());

        assertThat(signInWith(assertion).body()).contains("\"code\":\"NewPasswordNeeded\"");
        assertThat(browser.post(
                                "sign-in",
                                ALICE.replace("}", ",\"newPassword\":\"Another+h0rse\",\"passkey\":" + assertion + "}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void atAnAddressWithoutAHostNameNoneIsOffered() {
        SoftwareAuthenticator laptop = alices();
        assertThat(visitor.post("sign-in", ALICE).body())
                .contains("\"code\":\"PasskeyNeeded\"")
                .doesNotContain("challenge");
        String assertion = laptop.assertion(asked());
        assertThat(visitor.post("sign-in", ALICE.replace("}", ",\"passkey\":" + assertion + "}"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoLosesThePasskeySignsInWithoutIt() throws Exception {
        signIn(ALICE);
        String serial = register("laptop", authenticator());
        iam("DeactivateMFADevice&UserName=alice&SerialNumber=" + Samples.encoded(serial));
        signIn(ALICE);
    }
}
