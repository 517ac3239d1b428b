package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** People with passkeys, at a browser that has the console of {@code localhost}. */
abstract class PasskeyContract extends ConsoleSignInContract {

    static final String HOST = "localhost";

    private static final Pattern SERIAL = Pattern.compile("\"serialNumber\":\"([^\"]+)\"");

    final Visitor browser = new Visitor(URI.create(origin()));

    PasskeyContract(Path directory) {
        super(directory);
    }

    @BeforeEach
    void letAliceRegister() throws Exception {
        allow("alice", "iam:EnableMFADevice", "arn:aws:iam::*:user/${aws:username}", "{}");
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    final String origin() {
        return "http://" + HOST + ":" + server.endpoint().getPort();
    }

    final SoftwareAuthenticator authenticator() {
        return new SoftwareAuthenticator(HOST, origin());
    }

    void allow(String user, String action, String resource, String condition) throws Exception {
        iam("PutUserPolicy&UserName=" + user + "&PolicyName=p&PolicyDocument="
                + Samples.encoded("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\""
                        + action + "\",\"Resource\":\"" + resource + "\",\"Condition\":" + condition + "}}"));
    }

    /** Somebody signs in with the password alone, and fails if more is needed. */
    void signIn(String form) {
        assertThat(browser.post("sign-in", form).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> options(String body) {
        return browser.post("passkeys/options", body);
    }

    HttpResponse<String> register(String name, String attestation) {
        return browser.post(
                "passkeys/register", "{\"deviceName\":\"" + name + "\",\"credential\":" + attestation + "}");
    }

    /** Registers it for anyone who is signed in, and says its serial number. */
    String register(String name, SoftwareAuthenticator authenticator) {
        String answer =
                register(name, authenticator.attestation(options("{}").body())).body();
        Matcher serial = SERIAL.matcher(answer);
        assertThat(serial.find()).as(answer).isTrue();
        return serial.group(1);
    }

    /** One that alice has registered; she is signed out again. */
    SoftwareAuthenticator alices() {
        SoftwareAuthenticator authenticator = authenticator();
        signIn(ALICE);
        register("laptop", authenticator);
        browser.post("sign-out", "{}");
        return authenticator;
    }

    /** What the console wants of alice after the right password. */
    String asked() {
        HttpResponse<String> answer = browser.post("sign-in", ALICE);
        assertThat(answer.statusCode()).isEqualTo(403);
        return answer.body();
    }

    HttpResponse<String> signInWith(String assertion) {
        return browser.post("sign-in", ALICE.replace("}", ",\"passkey\":" + assertion + "}"));
    }
}
