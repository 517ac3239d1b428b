package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Anyone who is quarantined may do nothing from the next request on, and nothing that they hold ends that. */
class QuarantineTest extends QuarantineContract {

    private static ApiCaller assume(ApiCaller caller, String role) {
        return caller.with(caller.done(
                "sts",
                "AssumeRole",
                "RoleArn",
                "arn:aws:iam::" + Samples.ACCOUNT + ":role/" + role,
                "RoleSessionName",
                "before"));
    }

    @Test
    void aUserIsDeniedEverythingWithAllSessionsThatTheyHaveMadeUntilItIsLifted() {
        List<ApiCaller> held = List.of(
                mallory,
                assume(mallory, "deploy"),
                assume(mallory.with(mallory.done("sts", "GetSessionToken")), "deploy"),
                assume(assume(mallory, "deploy"), "next"));
        held.forEach(caller -> caller.done("iam", "ListUsers"));

        assertThat(quarantine("user/mallory")).as(this::err).isZero();
        assertThat(out.toString(UTF_8)).startsWith("user/mallory is quarantined: ");
        held.forEach(QuarantineTest::assertDenied);
        // Both are open to every caller, and give no right.
        mallory.done("sts", "GetCallerIdentity");
        Reply assumed = mallory.with(mallory.done("sts", "GetSessionToken"))
                .call("sts", "AssumeRole", "RoleArn", NEXT, "RoleSessionName", "after");
        assertThat(assumed.body()).contains("AccessDenied", DENY_ALL);

        assertThat(quarantine("user/mallory")).as("again").isZero();
        assertThat(quarantine("--lift", "user/mallory")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("user/mallory is not quarantined any more.\n");
        held.forEach(caller -> caller.done("iam", "ListUsers"));
        assertThat(quarantine("--lift", "user/mallory")).isEqualTo(1);
        assertThat(err()).isEqualTo("claviger: user/mallory is not quarantined\n");
    }

    @Test
    void theFederatedUsersOfAUserAreDeniedEverythingToo() {
        ApiCaller federated = mallory.with(
                mallory.done("sts", "GetFederationToken", "Name", "guest", "PolicyArns.member.1.arn", ADMINISTRATORS));
        assertThat(quarantine("user/mallory")).isZero();
        Reply reply = federated.call("sts", "GetScopedCredentials", "DurationSeconds", "900");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains(DENY_ALL);
    }

    @Test
    void aRoleIsDeniedEverythingWithTheSessionsOfRolesThatItsSessionsHaveMade() {
        ApiCaller session = assume(mallory, "deploy");
        ApiCaller chained = assume(session, "next");
        ApiCaller direct = assume(mallory, "next");
        assertThat(quarantine("role/deploy")).as(this::err).isZero();
        assertDenied(session);
        assertDenied(chained);
        mallory.done("iam", "ListUsers");
        direct.done("iam", "ListUsers");
        assertThat(quarantine("--lift", "role/deploy")).isZero();
        session.done("iam", "ListUsers");
        chained.done("iam", "ListUsers");
    }

    @Test
    void aFullQuotaOfAttachedPoliciesIsNoWayOut() {
        IntStream.range(0, 9).forEach(number -> {
            administrator.done(
                    "iam",
                    "CreatePolicy",
                    "PolicyName",
                    "p" + number,
                    "PolicyDocument",
                    "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}");
            administrator.done(
                    "iam",
                    "AttachUserPolicy",
                    "UserName",
                    "mallory",
                    "PolicyArn",
                    "arn:aws:iam::" + Samples.ACCOUNT + ":policy/p" + number);
        });
        assertThat(administrator
                        .call(
                                "iam",
                                "AttachUserPolicy",
                                "UserName",
                                "mallory",
                                "PolicyArn",
                                "arn:aws:iam::aws:policy/ReadOnlyAccess")
                        .body())
                .contains("LimitExceeded");
        assertThat(quarantine("user/mallory")).as(this::err).isZero();
        assertDenied(mallory);
    }
}
