package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.Visitor.Keys;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a session of the console lasts, and what ends it. */
class ConsoleSessionsTest extends ConsoleSignInContract {

    ConsoleSessionsTest(@TempDir Path directory) {
        super(directory);
    }

    private void assertSignedOut(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"NotSignedIn\"");
        assertThat(visitor.cookie()).isEmpty();
    }

    @Test
    void sessionGivesFreshCredentialsAsLongAsItIsUsed() throws Exception {
        Keys first = Visitor.keys(visitor.post("sign-in", ALICE));
        for (int quarters = 1; quarters < 12 * 4; quarters++) {
            now.set(Samples.NOW.plus(Duration.ofMinutes(15L * quarters)));
            HttpResponse<String> answer = session();
            assertThat(answer.statusCode())
                    .as("after %s quarters of an hour", quarters)
                    .isEqualTo(200);
            assertThat(Visitor.keys(answer)).isNotEqualTo(first);
        }
        assertThat(identity(first)).contains("ExpiredToken");

        now.set(Samples.NOW.plus(Duration.ofHours(12)));
        assertSignedOut(session());
    }

    @Test
    void sessionEndsWhenItIsNotUsedForAnHour() {
        visitor.post("sign-in", ALICE);
        now.set(Samples.NOW.plus(Duration.ofMinutes(59)));
        assertThat(session().statusCode()).isEqualTo(200);
        now.set(Samples.NOW.plus(Duration.ofMinutes(119)));
        assertSignedOut(session());
        now.set(Samples.NOW.plus(Duration.ofMinutes(60)));
        assertSignedOut(session());
    }

    @Test
    void credentialsCountAsMadeWhenThePersonSignedInSoThatOlderSessionsCanBeRevoked() throws Exception {
        iam("PutUserPolicy&UserName=alice&PolicyName=revoked&PolicyDocument=" + Samples.encoded("""
                        {"Version":"2012-10-17","Statement":[
                        {"Effect":"Allow","Action":"iam:GetUser","Resource":"*"},
                        {"Effect":"Deny","Action":"*","Resource":"*",
                         "Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-11-22T10:10:00Z"}}}]}"""));
        visitor.post("sign-in", ALICE);
        now.set(Samples.NOW.plus(Duration.ofMinutes(30)));

        assertThat(asked(Visitor.keys(session()), "GetUser")).contains("explicit deny");
        assertThat(asked(Visitor.keys(visitor.post("sign-in", ALICE)), "GetUser"))
                .contains("<UserName>alice<");
    }

    @Test
    void signedOutSessionIsDeadAtOnceWithTheCredentialsMadeForIt() throws Exception {
        Keys keys = Visitor.keys(visitor.post("sign-in", ALICE));
        String stolen = visitor.cookie();
        assertThat(identity(keys)).startsWith("HTTP/1.1 200 ");

        HttpResponse<String> answer = visitor.post("sign-out", "{}");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(Visitor.setCookie(answer)).contains("claviger-console=; Max-Age=0; HttpOnly; SameSite=Strict");
        assertThat(identity(keys)).startsWith("HTTP/1.1 403 ").contains("InvalidClientTokenId");
        visitor.keeping(stolen);
        assertSignedOut(session());
        assertThat(visitor.post("sign-out", "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void signingOutEverywhereEndsAllSessionsOfThePersonAndNobodyElses() throws Exception {
        try (Visitor elsewhere = new Visitor(server.endpoint());
                Visitor other = new Visitor(server.endpoint())) {
            Keys keys = Visitor.keys(elsewhere.post("sign-in", ALICE));
            other.post("sign-in", ROOT);
            visitor.post("sign-in", ALICE);
            String one = visitor.cookie();
            visitor.post("sign-out", "{}");
            assertThat(elsewhere.post("session", "{}").statusCode()).isEqualTo(200);
            visitor.keeping(one);
            assertSignedOut(session());

            visitor.post("sign-in", ALICE);
            assertThat(visitor.post("sign-out", "{\"everywhere\":true}").statusCode())
                    .isEqualTo(204);

            assertThat(elsewhere.post("session", "{}").statusCode()).isEqualTo(401);
            assertThat(identity(keys)).contains("InvalidClientTokenId");
            assertThat(other.post("session", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void signingInAgainEndsTheSessionThatTheBrowserHadAndMakesANewSecret() {
        visitor.post("sign-in", ALICE);
        String first = visitor.cookie();
        visitor.post("sign-in", ROOT);
        assertThat(visitor.cookie()).isNotEqualTo(first);

        visitor.keeping(first);
        assertSignedOut(session());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UpdateLoginProfile&UserName=alice&Password=Another%2Bh0rse", "DeleteLoginProfile&UserName=alice"
            })
    void sessionEndsWithThePasswordThatItBeganWith(String change) throws Exception {
        visitor.post("sign-in", ALICE);
        iam(change);

        assertSignedOut(session());
    }

    @Test
    void sessionOfAUserWhoIsNoMoreIsOver() throws Exception {
        Keys keys = Visitor.keys(visitor.post("sign-in", ALICE));
        iam("DeleteLoginProfile&UserName=alice");
        iam("DeleteUser&UserName=alice");

        assertThat(identity(keys)).contains("InvalidClientTokenId");
        assertSignedOut(session());
    }

    @Test
    void sessionOfARenamedUserGoesOn() throws Exception {
        visitor.post("sign-in", ALICE);
        iam("UpdateUser&UserName=alice&NewUserName=alicia");

        assertThat(session().body()).contains("\"userName\":\"alicia\"");
    }
}
