package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users with a login profile sign in as the root user does. */
class UserSignInTest extends UserSignInContract {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    UserSignInTest(@TempDir Path directory) {
        super(directory);
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
