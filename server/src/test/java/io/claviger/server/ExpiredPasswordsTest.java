package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords that have to be replaced at signing in. */
class ExpiredPasswordsTest extends UserSignInContract {

    ExpiredPasswordsTest(@TempDir Path directory) {
        super(directory);
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

        iam("UpdateLoginProfile&UserName=alice&Password=" + Samples.encoded(NEXT));
        assertThat(attempt(NEXT)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void rootUsersPasswordObeysNoPolicy() throws Exception {
        iam("UpdateAccountPasswordPolicy&MinimumPasswordLength=100&MaxPasswordAge=1&HardExpiry=true");
        now.set(Samples.NOW.plus(Duration.ofDays(2)));

        assertThat(attempt(Samples.ACCOUNT, "root", Samples.PASSWORD, "")).startsWith("HTTP/1.1 200 ");
        assertThat(attempt(Samples.ACCOUNT, "root", Samples.PASSWORD, "&NewPassword=" + Samples.encoded(NEXT)))
                .contains("\"PasswordNotChanged\"", "Only IAM Users can change their own password.");
        assertThat(attempt(Samples.ACCOUNT, "root", Samples.PASSWORD, "")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void newPasswordBeyondLatin1IsRefused() throws Exception {
        assertThat(renewing("\u043f\u0430\u0440\u043e\u043b\u044c+A1")).startsWith("HTTP/1.1 400 ");
    }
}
