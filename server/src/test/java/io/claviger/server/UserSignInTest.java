package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users with a login profile sign in as the root user does. */
class UserSignInTest {

    private static final String PASSWORD = "Correct+h0rse";
    private static final String NEXT = "Another+h0rse";
    private static final Pattern CREDENTIALS = Pattern.compile(
            "\"AccessKeyId\":\"(ASIA[^\"]+)\",\"SecretAccessKey\":\"([^\"]+)\",\"SessionToken\":\"([^\"]+)\"");

    private final Path directory;
    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    private final RunningServer server;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    UserSignInTest(@TempDir Path directory) {
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private String iam(String call) throws Exception {
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

    private String attempt(String account, String user, String password, String more) throws IOException {
        String form = "AccountId=" + account + "&UserName=" + user + "&Password=" + encoded(password) + more;
        return Wire.exchange(
                server.endpoint(), Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form);
    }

    private String attempt(String password) throws IOException {
        return attempt(Samples.ACCOUNT, "alice", password, "");
    }

    private String renewing(String next) throws IOException {
        return attempt(Samples.ACCOUNT, "alice", PASSWORD, "&NewPassword=" + encoded(next));
    }

    private String identity(String signedIn) throws Exception {
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

    @Test
    void rightPasswordGivesTheUserASession() throws Exception {
        String answer = attempt(PASSWORD);

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"Expiration\":\"2026-11-22T11:00:00Z\"");
        assertThat(identity(answer)).contains("arn:aws:iam::123456789012:user/alice");
        assertThat(attempt(Samples.ACCOUNT, "ALICE", PASSWORD, "")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aliasNamesTheAccountAsItsIdDoes() throws Exception {
        iam("CreateAccountAlias&AccountAlias=example");

        assertThat(identity(attempt("example", "alice", PASSWORD, ""))).contains("user/alice");
        assertThat(identity(attempt("example", "root", Samples.PASSWORD, ""))).contains(":root");
        assertThat(attempt("other", "alice", PASSWORD, "")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void whoHasNoPasswordOrAnotherOneOrIsNobodyIsAnsweredAlike() throws Exception {
        String wrong = attempt("Wrong+h0rse");

        assertThat(wrong).startsWith("HTTP/1.1 403 ").contains("\"AccessDenied\"");
        assertThat(body(attempt(Samples.ACCOUNT, "Administrator", PASSWORD, "")))
                .isEqualTo(body(wrong));
        assertThat(body(attempt(Samples.ACCOUNT, "nobody", PASSWORD, ""))).isEqualTo(body(wrong));
        assertThat(body(attempt("210987654321", "alice", PASSWORD, ""))).isEqualTo(body(wrong));
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void deletedProfileSignsNobodyIn() throws Exception {
        iam("DeleteLoginProfile&UserName=alice");

        assertThat(attempt(PASSWORD)).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void whenAPasswordWasLastUsedIsShown() throws Exception {
        assertThat(iam("GetUser&UserName=alice")).doesNotContain("PasswordLastUsed");
        now.set(Samples.NOW.plus(Duration.ofMinutes(1)));
        attempt("Wrong+h0rse");
        assertThat(iam("GetUser&UserName=alice")).doesNotContain("PasswordLastUsed");

        attempt(PASSWORD);

        String used = "<PasswordLastUsed>2026-11-22T10:01:00Z</PasswordLastUsed>";
        assertThat(iam("GetUser&UserName=alice")).contains(used);
        assertThat(iam("ListUsers")).contains(used);
        iam("CreateGroup&GroupName=people");
        iam("AddUserToGroup&GroupName=people&UserName=alice");
        assertThat(iam("GetGroup&GroupName=people")).contains("alice").doesNotContain("PasswordLastUsed");
    }

    @Test
    void whoHasToSetANewPasswordSignsInWithOne() throws Exception {
        iam("UpdateLoginProfile&UserName=alice&PasswordResetRequired=true");
        assertThat(attempt(PASSWORD)).startsWith("HTTP/1.1 403 ").contains("\"NewPasswordNeeded\"");
        assertThat(renewing(NEXT))
                .startsWith("HTTP/1.1 403 ")
                .contains("\"PasswordNotChanged\"", "is not authorized to perform: iam:ChangePassword");

        iam("UpdateAccountPasswordPolicy&AllowUsersToChangePassword=true&PasswordReusePrevention=1");
        assertThat(renewing("short")).contains("does not conform to the account password policy");
        assertThat(renewing(PASSWORD)).contains("password reuse prevention");
        assertThat(identity(renewing(NEXT))).contains("user/alice");

        assertThat(attempt(PASSWORD)).startsWith("HTTP/1.1 403 ").contains("\"AccessDenied\"");
        assertThat(attempt(NEXT)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void expiredPasswordHasToBeReplaced() throws Exception {
        iam("UpdateAccountPasswordPolicy&AllowUsersToChangePassword=true&MaxPasswordAge=30");
        now.set(Samples.NOW.plus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(attempt(PASSWORD)).startsWith("HTTP/1.1 200 ");

        now.set(Samples.NOW.plus(Duration.ofDays(30)));
        assertThat(attempt(PASSWORD)).contains("\"NewPasswordNeeded\"");
        assertThat(renewing(NEXT)).startsWith("HTTP/1.1 200 ");
        assertThat(attempt(NEXT)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void afterAHardExpiryAnAdministratorAloneHelps() throws Exception {
        iam("UpdateAccountPasswordPolicy&AllowUsersToChangePassword=true&MaxPasswordAge=30&HardExpiry=true");
        now.set(Samples.NOW.plus(Duration.ofDays(30)));
        assertThat(attempt(PASSWORD)).startsWith("HTTP/1.1 403 ").contains("\"PasswordExpired\"");
        assertThat(renewing(NEXT)).contains("\"PasswordExpired\"");
        assertThat(attempt("Wrong+h0rse")).contains("\"AccessDenied\"");

        iam("UpdateLoginProfile&UserName=alice&Password=" + encoded(NEXT));
        assertThat(attempt(NEXT)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void rootUsersPasswordObeysNoPolicy() throws Exception {
        iam("UpdateAccountPasswordPolicy&MinimumPasswordLength=100&MaxPasswordAge=1&HardExpiry=true");
        now.set(Samples.NOW.plus(Duration.ofDays(2)));

        assertThat(attempt(Samples.ACCOUNT, "root", Samples.PASSWORD, "")).startsWith("HTTP/1.1 200 ");
        assertThat(attempt(Samples.ACCOUNT, "root", Samples.PASSWORD, "&NewPassword=" + encoded(NEXT)))
                .contains("\"PasswordNotChanged\"", "Only IAM Users can change their own password.");
        assertThat(attempt(Samples.ACCOUNT, "root", Samples.PASSWORD, "")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void newPasswordBeyondLatin1IsRefused() throws Exception {
        assertThat(renewing("\u043f\u0430\u0440\u043e\u043b\u044c+A1")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void attemptsAndChangesAreAuditedWithoutPasswords() throws Exception {
        iam("UpdateAccountPasswordPolicy&AllowUsersToChangePassword=true");
        attempt("Wrong+h0rse");
        renewing(NEXT);
        server.close();

        String verified = audited(directory.resolve("audit"));
        String unverified = audited(directory.resolve("audit").resolve("unverified"));
        assertThat(verified)
                .contains("\"eventName\":\"ChangePassword\"", "\"ConsoleLogin\":\"Success\"")
                .contains("\"arn\":\"arn:aws:iam::123456789012:user/alice\"");
        assertThat(unverified).contains("\"ConsoleLogin\":\"Failure\"", "\"userName\":\"alice\"");
        assertThat(verified + unverified).doesNotContain(PASSWORD, NEXT, "Wrong+h0rse", "argon2");
    }

    private static String audited(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return Files.readString(
                    files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
    }

    @Test
    void commandSignsAUserInAndSetsANewPassword() throws Exception {
        assertThat(command(PASSWORD + "\n")).isZero();
        assertThat(out.toString(UTF_8)).contains("export AWS_SESSION_TOKEN=");

        out.reset();
        iam("UpdateAccountPasswordPolicy&AllowUsersToChangePassword=true");
        iam("UpdateLoginProfile&UserName=alice&PasswordResetRequired=true");
        assertThat(command(PASSWORD + "\n")).isOne();
        assertThat(err.toString(UTF_8)).contains("there is no line on standard input for: New password of alice");
        assertThat(command(PASSWORD + "\n" + NEXT + "\n")).isZero();
        assertThat(out.toString(UTF_8)).contains("export AWS_SESSION_TOKEN=");
        assertThat(attempt(NEXT)).startsWith("HTTP/1.1 200 ");
    }

    private int command(String input) {
        List<String> words = List.of(
                "sign-in",
                "--endpoint",
                server.endpoint().toString(),
                "--account-id",
                Samples.ACCOUNT,
                "--user-name",
                "alice",
                "--password-stdin");
        Surroundings system = new Surroundings(
                now::get,
                Map.of(),
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                _ -> Optional.empty(),
                Runnable::run);
        return Commands.run(system, words.toArray(String[]::new));
    }
}
