package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has an MFA device shows a code of it to sign in. */
class MfaSignInTest {

    private static final String PASSWORD = "Correct+h0rse";
    private static final String DEVICE = "arn:aws:iam::123456789012:mfa/phone";
    private static final Pattern CREDENTIALS = Pattern.compile(
            "\"AccessKeyId\":\"(ASIA[^\"]+)\",\"SecretAccessKey\":\"([^\"]+)\",\"SessionToken\":\"([^\"]+)\"");
    private static final String WITH_FACTOR = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*",
        "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}\
        """;

    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    private final RunningServer server =
            Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()), now::get);
    private Authenticator phone = new Authenticator("");

    @BeforeEach
    void createAlice() throws Exception {
        iam("CreateUser&UserName=alice");
        iam("CreateLoginProfile&UserName=alice&Password=" + Samples.encoded(PASSWORD));
        iam("PutUserPolicy&UserName=alice&PolicyName=p&PolicyDocument=" + Samples.encoded(WITH_FACTOR));
        phone = Authenticator.from(iam("CreateVirtualMFADevice&VirtualMFADeviceName=phone"));
    }

    private void enable() throws Exception {
        iam("EnableMFADevice&UserName=alice&SerialNumber=" + Samples.encoded(DEVICE) + "&AuthenticationCode1="
                + code(-1) + "&AuthenticationCode2=" + code(0));
        now.set(now.get().plusSeconds(30));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String iam(String call) throws Exception {
        return Samples.iam(server.endpoint(), now.get(), call);
    }

    private String code(int steps) {
        return phone.code(now.get().plusSeconds(30L * steps));
    }

    private String attempt(String user, String password, String more) throws IOException {
        String form = "AccountId=123456789012&UserName=" + user + "&Password=" + Samples.encoded(password) + more;
        return Wire.exchange(
                server.endpoint(), Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form);
    }

    private String callAs(String signedIn, String service, String body) throws Exception {
        Matcher credentials = CREDENTIALS.matcher(signedIn);
        assertThat(credentials.find()).as(signedIn).isTrue();
        Visitor.Keys keys = new Visitor.Keys(credentials.group(1), credentials.group(2), credentials.group(3));
        return Samples.call(server.endpoint(), now.get(), keys, service, body);
    }

    @Test
    void withoutADeviceNoCodeIsAskedForAndTheSessionHasNoSecondFactor() throws Exception {
        String answer = attempt("alice", PASSWORD, "");

        assertThat(callAs(answer, "iam", "Action=ListUsers&Version=2010-05-08")).contains("AccessDenied");
        assertThat(attempt("alice", PASSWORD, "&MFACode=123456")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void codeIsAskedForAfterTheRightPasswordOnlyAndGivesASecondFactor() throws Exception {
        enable();
        assertThat(attempt("alice", "Wrong+h0rse", "")).contains("\"AccessDenied\"");
        assertThat(attempt("alice", "Wrong+h0rse", "&MFACode=" + code(0))).contains("\"AccessDenied\"");
        assertThat(attempt("alice", PASSWORD, "")).startsWith("HTTP/1.1 403 ").contains("\"MFACodeNeeded\"");
        assertThat(attempt("alice", PASSWORD, "&MFACode=" + code(50)))
                .startsWith("HTTP/1.1 403 ")
                .contains("\"WrongMFACode\"");

        String answer = attempt("alice", PASSWORD, "&MFACode=" + code(0));
        assertThat(callAs(answer, "iam", "Action=ListUsers&Version=2010-05-08")).startsWith("HTTP/1.1 200 ");
        assertThat(attempt("alice", PASSWORD, "&MFACode=" + code(0))).contains("\"WrongMFACode\"");
        now.set(now.get().plusSeconds(30));
        assertThat(attempt("alice", PASSWORD, "&MFACode=" + code(0))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whoGuessesCodesIsHeldBack() throws Exception {
        enable();
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("alice", PASSWORD, "&MFACode=" + code(50 + i))).contains("\"WrongMFACode\"");
        }
        assertThat(attempt("alice", PASSWORD, "&MFACode=" + code(0))).startsWith("HTTP/1.1 429 ");
    }

    @Test
    void newPasswordNeedsTheCodeToo() throws Exception {
        enable();
        iam("UpdateAccountPasswordPolicy&AllowUsersToChangePassword=true");
        iam("UpdateLoginProfile&UserName=alice&PasswordResetRequired=true");

        String both = "&NewPassword=" + Samples.encoded("Another+h0rse");
        assertThat(attempt("alice", PASSWORD, "")).contains("\"MFACodeNeeded\"");
        assertThat(attempt("alice", PASSWORD, both)).contains("\"MFACodeNeeded\"");
        assertThat(attempt("alice", PASSWORD, "&MFACode=" + code(0))).contains("\"NewPasswordNeeded\"");
        assertThat(attempt("alice", PASSWORD, both + "&MFACode=" + code(0))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void rootUserHasADeviceOfItsOwn() throws Exception {
        String root = attempt("root", Samples.PASSWORD, "");
        assertThat(callAs(
                        root,
                        "iam",
                        "Action=EnableMFADevice&UserName=root&SerialNumber=" + Samples.encoded(DEVICE)
                                + "&AuthenticationCode1=" + code(-1) + "&AuthenticationCode2=" + code(0)
                                + "&Version=2010-05-08"))
                .startsWith("HTTP/1.1 200 ");
        now.set(now.get().plus(Duration.ofSeconds(30)));

        assertThat(attempt("root", Samples.PASSWORD, "")).contains("\"MFACodeNeeded\"");
        assertThat(attempt("root", Samples.PASSWORD, "&MFACode=" + code(0))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whatIsNoCodeIsNotTheForm() throws Exception {
        for (String code : new String[] {"", "12345", "1234567", "abcdef"}) {
            assertThat(attempt("alice", PASSWORD, "&MFACode=" + code)).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void commandAsksForTheCodeAndThenForANewPassword() throws Exception {
        enable();
        iam("UpdateAccountPasswordPolicy&AllowUsersToChangePassword=true");
        iam("UpdateLoginProfile&UserName=alice&PasswordResetRequired=true");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Surroundings system = new Surroundings(
                now::get,
                Map.of(),
                new ByteArrayInputStream((PASSWORD + "\n" + code(0) + "\nAnother+h0rse\n").getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(out, true, UTF_8),
                _ -> Optional.empty(),
                Runnable::run);
        int status = Commands.run(
                system,
                "sign-in",
                "--endpoint",
                server.endpoint().toString(),
                "--account-id",
                Samples.ACCOUNT,
                "--user-name",
                "alice",
                "--password-stdin");

        assertThat(status).as(out.toString(UTF_8)).isZero();
        assertThat(out.toString(UTF_8)).contains("export AWS_SESSION_TOKEN=");
    }
}
