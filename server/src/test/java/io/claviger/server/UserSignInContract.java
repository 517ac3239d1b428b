package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import io.claviger.server.rehearsal.Signing;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Signs a user in with a password. */
abstract class UserSignInContract {

    final Path directory;
    static final String PASSWORD = "Correct+h0rse";
    static final String NEXT = "Another+h0rse";
    static final Pattern CREDENTIALS = Pattern.compile(
            "\"AccessKeyId\":\"(ASIA[^\"]+)\",\"SecretAccessKey\":\"([^\"]+)\",\"SessionToken\":\"([^\"]+)\"");
    final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    final RunningServer server;

    UserSignInContract(@TempDir Path directory) {
        this.directory = directory;
        this.server = Samples.start(
                Samples.settings(new DataLocation.InMemory(), Optional.of(directory.resolve("audit"))), now::get);
    }

    @BeforeEach
    void createAlice() throws Exception {
        iam("CreateUser&UserName=alice");
        iam("CreateLoginProfile&UserName=alice&Password=" + encoded(PASSWORD));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    String iam(String call) throws Exception {
        String answer = Samples.call(
                server.endpoint(),
                now.get(),
                Samples.KEY_ID,
                Samples.SECRET,
                "iam",
                "Action=" + call + "&Version=2010-05-08");
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        return answer;
    }

    String attempt(String account, String user, String password, String more) throws IOException {
        String form = "AccountId=" + account + "&UserName=" + user + "&Password=" + encoded(password) + more;
        return Wire.exchange(
                server.endpoint(), Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form);
    }

    String attempt(String password) throws IOException {
        return attempt(Samples.ACCOUNT, "alice", password, "");
    }

    String renewing(String next) throws IOException {
        return attempt(Samples.ACCOUNT, "alice", PASSWORD, "&NewPassword=" + encoded(next));
    }

    String identity(String signedIn) throws Exception {
        Matcher credentials = CREDENTIALS.matcher(signedIn);
        assertThat(credentials.find()).as(signedIn).isTrue();
        String body = "Action=GetCallerIdentity&Version=2011-06-15";
        String signed = new Signing(credentials.group(1), credentials.group(2), "us-east-1")
                .headers("sts", server.endpoint().getAuthority(), body, now.get());
        return Wire.exchange(
                server.endpoint(),
                "POST / HTTP/1.1\r\nHost: " + server.endpoint().getAuthority() + "\r\n" + signed
                        + "X-Amz-Security-Token: " + credentials.group(3) + "\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body);
    }

    static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
