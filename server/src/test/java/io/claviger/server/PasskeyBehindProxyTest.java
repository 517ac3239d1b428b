package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.http.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passkeys of a console that a proxy serves by TLS, at its own host name and below a path. */
class PasskeyBehindProxyTest extends ConsoleSignInContract {

    private static final String HOST = "iam.example.com";
    private static final Pattern COOKIE = Pattern.compile("(?i)\r\nset-cookie: ([^;]+);");

    private String cookie = "";

    PasskeyBehindProxyTest(@TempDir Path directory) {
        super(directory);
    }

    /** What a proxy sends that takes {@code /claviger} away. */
    private String post(String call, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String answer = Wire.exchange(
                server.endpoint(),
                "POST /console/" + call + " HTTP/1.1\r\nHost: " + HOST + "\r\nX-Forwarded-Proto: https\r\n"
                        + "X-Forwarded-Prefix: /claviger\r\nOrigin: https://" + HOST + "\r\nX-Claviger-Console: 1\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length
                        + (cookie.isEmpty() ? "" : "\r\nCookie: " + cookie) + "\r\nConnection: close\r\n\r\n" + json);
        Matcher set = COOKIE.matcher(answer);
        if (set.find()) {
            cookie = set.group(1);
        }
        return answer;
    }

    private static String form(String more) {
        return ALICE.replace("}", more + "}");
    }

    @Test
    void theyAreBoundToTheHostNameOfTheProxy() throws Exception {
        iam("PutUserPolicy&UserName=alice&PolicyName=p&PolicyDocument="
                + Samples.encoded("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                        + "\"Action\":\"iam:EnableMFADevice\",\"Resource\":\"*\"}}"));
        SoftwareAuthenticator laptop = new SoftwareAuthenticator(HOST, "https://" + HOST);
        post("sign-in", ALICE);
        String options = post("passkeys/options", "{}");
        assertThat(options).contains("\"rp\":{\"id\":\"iam.example.com\"");
        assertThat(post(
                        "passkeys/register",
                        "{\"deviceName\":\"laptop\",\"credential\":" + laptop.attestation(options) + "}"))
                .startsWith("HTTP/1.1 200 ");

        String asked = post("sign-in", ALICE);
        assertThat(asked).contains("\"rpId\":\"iam.example.com\"");
        assertThat(post("sign-in", form(",\"passkey\":" + laptop.assertion(asked))))
                .startsWith("HTTP/1.1 200 ");

        laptop.at("http://" + HOST);
        assertThat(post("sign-in", form(",\"passkey\":" + laptop.assertion(post("sign-in", ALICE)))))
                .contains("\"WrongPasskey\"");
    }
}
