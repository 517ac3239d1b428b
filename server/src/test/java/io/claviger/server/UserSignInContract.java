package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import java.io.IOException;
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

    static final String PASSWORD = "Correct+h0rse";
    static final String NEXT = "Another+h0rse";
    static final Pattern CREDENTIALS = Pattern.compile(
            "\"AccessKeyId\":\"(ASIA[^\"]+)\",\"SecretAccessKey\":\"([^\"]+)\",\"SessionToken\":\"([^\"]+)\"");

    final Path directory;
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
        iam("CreateLoginProfile&UserName=alice&Password=" + Samples.encoded(PASSWORD));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    String iam(String call) throws Exception {
        return Samples.iam(server.endpoint(), now.get(), call);
    }

    String attempt(String account, String user, String password, String more) throws IOException {
        String form = "AccountId=" + account + "&UserName=" + user + "&Password=" + Samples.encoded(password) + more;
        return Wire.exchange(
                server.endpoint(), Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form);
    }

    String attempt(String password) throws IOException {
        return attempt(Samples.ACCOUNT, "alice", password, "");
    }

    String renewing(String next) throws IOException {
        return attempt(Samples.ACCOUNT, "alice", PASSWORD, "&NewPassword=" + Samples.encoded(next));
    }

    String identity(String signedIn) throws Exception {
        Matcher credentials = CREDENTIALS.matcher(signedIn);
        assertThat(credentials.find()).as(signedIn).isTrue();
        String body = "Action=GetCallerIdentity&Version=2011-06-15";
        Visitor.Keys keys = new Visitor.Keys(credentials.group(1), credentials.group(2), credentials.group(3));
        return Samples.call(server.endpoint(), now.get(), keys, "sts", body);
    }

    static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
