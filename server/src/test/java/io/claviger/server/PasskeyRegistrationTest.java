package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passkeys are registered in the console, by those who have the right, and by nobody else. */
class PasskeyRegistrationTest extends PasskeyContract {

    private static final String SERIAL = "arn:aws:iam::123456789012:u2f/user/alice/laptop-[A-Z2-7]{26}";

    PasskeyRegistrationTest(@TempDir Path directory) {
        super(directory);
    }

    private String devicesOf(String user) throws Exception {
        return iam("ListMFADevices&UserName=" + user);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void aUserRegistersOneThatIsThenListed() throws Exception {
        signIn(ALICE);
        String options = options("{}").body();
        assertThat(options)
                .contains("\"rp\":{\"id\":\"localhost\",\"name\":\"Claviger\"}")
                .contains("\"name\":\"alice@123456789012\",\"displayName\":\"alice\"")
                .contains("\"excludeCredentials\":[]")
                .contains("\"attestation\":\"none\"");

        SoftwareAuthenticator laptop = authenticator();
        String serial = register("laptop", laptop);
        assertThat(serial).matches(SERIAL);
        assertThat(devicesOf("alice")).contains("<SerialNumber>" + serial + "</SerialNumber>");
        assertThat(options("{}").body())
                .contains("\"excludeCredentials\":[{\"type\":\"public-key\",\"id\":\"" + laptop.id() + "\"}]");
    }

    @Test
    void theRootUserRegistersOne() throws Exception {
        signIn(ROOT);
        assertThat(register("key", authenticator())).matches("arn:aws:iam::123456789012:u2f/root/key-[A-Z2-7]{26}");
        assertThat(iam("GetAccountSummary")).contains("<key>AccountMFAEnabled</key><value>1</value>");
    }

    @Test
    void itNeedsTheRightOnTheUser() throws Exception {
        iam("CreateUser&UserName=bob");
        signIn(ALICE);
        String options = options("{}").body();
        HttpResponse<String> denied = options("{\"userName\":\"bob\"}");
        assertRefused(denied, 403, "AccessDenied");
        assertThat(denied.body()).contains("is not authorized to perform: iam:EnableMFADevice on resource: user bob");

        iam("DeleteUserPolicy&UserName=alice&PolicyName=p");
        assertRefused(register("laptop", authenticator().attestation(options)), 403, "AccessDenied");
        assertThat(devicesOf("alice")).doesNotContain("u2f");
    }

    @Test
    void anAdministratorRegistersOneForAnother() throws Exception {
        iam("CreateUser&UserName=bob");
        allow("alice", "iam:EnableMFADevice", "*", "{}");
        signIn(ALICE);
        SoftwareAuthenticator key = authenticator();
        String made = key.attestation(options("{\"userName\":\"bob\"}").body());

        assertRefused(register("key", made), 403, "InvalidAuthenticationCode");
        HttpResponse<String> done = browser.post(
                "passkeys/register", "{\"userName\":\"bob\",\"deviceName\":\"key\",\"credential\":" + made + "}");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(devicesOf("bob")).contains("u2f/user/bob/key-");
        assertThat(devicesOf("alice")).doesNotContain("u2f");
        assertRefused(options("{\"userName\":\"nobody\"}"), 404, "NoSuchEntity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Create", "Activate"})
    void aPolicyCanAllowOneOfTheStepsAlone(String step) throws Exception {
        signIn(ALICE);
        String options = options("{}").body();
        allow("alice", "iam:EnableMFADevice", "*", "{\"StringEquals\":{\"iam:RegisterSecurityKey\":\"" + step + "\"}}");

        int begun = options("{}").statusCode();
        int done = register("laptop", authenticator().attestation(options)).statusCode();
        assertThat(List.of(begun, done)).isEqualTo(step.equals("Create") ? List.of(200, 403) : List.of(403, 200));
    }

    @Test
    void whatAnAuthenticatorDidElsewhereOrUnaskedIsRefused() throws Exception {
        signIn(ALICE);
        SoftwareAuthenticator elsewhere = authenticator();
        elsewhere.at("https://localhost.example.com");
        SoftwareAuthenticator other = authenticator();
        other.answeringFor("example.com");
        SoftwareAuthenticator untouched = authenticator();
        untouched.untouched();

        for (SoftwareAuthenticator wrong : List.of(elsewhere, other, untouched)) {
            assertRefused(
                    register("laptop", wrong.attestation(options("{}").body())), 403, "InvalidAuthenticationCode");
        }
        assertRefused(register("laptop", "{}"), 403, "InvalidAuthenticationCode");
        assertRefused(
                register("laptop", authenticator().attestation("\"challenge\":\"bm9uZSBvZiBvdXJz\"")),
                403,
                "InvalidAuthenticationCode");
        assertThat(devicesOf("alice")).doesNotContain("u2f");
    }

    @Test
    void aChallengeIsGoodOnceAndForFiveMinutes() {
        signIn(ALICE);
        String options = options("{}").body();
        assertThat(register("laptop", authenticator().attestation(options)).statusCode())
                .isEqualTo(200);
        assertRefused(register("other", authenticator().attestation(options)), 403, "InvalidAuthenticationCode");

        String late = options("{}").body();
        now.set(now.get().plus(Duration.ofMinutes(5)));
        assertRefused(register("other", authenticator().attestation(late)), 403, "InvalidAuthenticationCode");
    }

    @Test
    void aChallengeForSigningInRegistersNothing() {
        SoftwareAuthenticator laptop = alices();
        String asked = asked();
        assertThat(signInWith(laptop.assertion(asked())).statusCode()).isEqualTo(200);
        assertRefused(register("other", authenticator().attestation(asked)), 403, "InvalidAuthenticationCode");
    }

    @Test
    void aCredentialIsRegisteredOnce() {
        signIn(ALICE);
        SoftwareAuthenticator laptop = authenticator();
        register("laptop", laptop);
        assertRefused(register("again", laptop.attestation(options("{}").body())), 400, "EntityAlreadyExists");
    }

    @Test
    void eightDevicesAreTheMost() {
        signIn(ALICE);
        for (int i = 0; i < 8; i++) {
            register("key" + i, authenticator());
        }
        assertRefused(options("{}"), 400, "LimitExceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "key 1", "0123456789012345678901234567890123456789012345678901234567890123x"})
    void aNameIsOneThatAnArnCanHave(String name) {
        signIn(ALICE);
        assertRefused(register(name, authenticator().attestation(options("{}").body())), 400, "ValidationError");
    }

    @Test
    void pagesOfOthersAndThoseWhoAreNotSignedInGetNothing() {
        assertRefused(options("{}"), 401, "NotSignedIn");
        assertRefused(register("laptop", "{}"), 401, "NotSignedIn");
        signIn(ALICE);
        assertRefused(browser.post("passkeys/options", "{}", "Origin", "https://evil.example"), 403, "ForeignOrigin");
        assertThat(browser.get("/console/passkeys/options").statusCode()).isEqualTo(405);
    }

    @Test
    void anAddressWithoutAHostNameHasNone() {
        visitor.post("sign-in", ALICE);
        assertRefused(visitor.post("passkeys/options", "{}"), 400, "NoHostName");
    }

    @Test
    void whatComesOfItIsAudited() throws Exception {
        signIn(ALICE);
        String serial = register("laptop", authenticator());
        options("{\"userName\":\"bob\"}");
        server.close();

        assertThat(Samples.audited(directory.resolve("audit"), "EnableMFADevice"))
                .satisfiesExactlyInAnyOrder(
                        done -> assertThat(done)
                                .contains("\"serialNumber\":\"" + serial + "\"")
                                .contains("user/alice")
                                .doesNotContain("errorCode"),
                        denied -> assertThat(denied)
                                .contains("\"userName\":\"bob\"")
                                .contains("\"errorCode\":\"AccessDenied\""));
    }
}
