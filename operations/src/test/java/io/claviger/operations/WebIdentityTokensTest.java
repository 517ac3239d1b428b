package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenResponse;
import software.amazon.awssdk.services.sts.model.Tag;

class WebIdentityTokensTest extends OnAnIssuer {

    @Test
    void anAccountIssuesNothingBeforeItIsEnabledAndAfterItIsDisabled() {
        String disabled = "Outbound identity federation is disabled for account " + ACCOUNT;
        assertRefused(
                () -> ask(bench.administrator()),
                "OutboundWebIdentityFederationDisabledException",
                "OutboundWebIdentityFederation is disabled.");
        assertRefused(() -> admin.getOutboundWebIdentityFederationInfo(get -> {}), "FeatureDisabled", disabled);
        assertRefused(() -> admin.disableOutboundWebIdentityFederation(off -> {}), "FeatureDisabled", disabled);

        String issuer = enable();
        assertThat(issuer).matches("https://iam\\.example\\.com/issuers/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(admin.getOutboundWebIdentityFederationInfo(get -> {}))
                .returns(issuer, info -> info.issuerIdentifier())
                .returns(true, info -> info.jwtVendingEnabled());
        assertRefused(
                this::enable,
                "FeatureEnabled",
                "Outbound identity federation is already enabled for account " + ACCOUNT);

        admin.disableOutboundWebIdentityFederation(off -> {});
        assertRefused(() -> admin.getOutboundWebIdentityFederationInfo(get -> {}), "FeatureDisabled", disabled);
        assertThat(Refusal.of(() -> ask(bench.administrator())).code())
                .isEqualTo("OutboundWebIdentityFederationDisabledException");
        assertThat(enable()).as("the account keeps its issuer").isEqualTo(issuer);
    }

    @Test
    void aUsersTokenSaysWhoTheyAreForWhomAndForHowLong() throws Exception {
        String issuer = enable();
        Actor alice = bench.user("alice", Documents.ALLOW_ALL);
        admin.tagUser(tag -> tag.userName("alice").tags(tagOf("team", "storage")));

        GetWebIdentityTokenResponse answer = alice.sts()
                .getWebIdentityToken(get -> get.audience(AUDIENCE)
                        .signingAlgorithm("RS256")
                        .tags(Tag.builder().key("job").value("7").build()));

        assertThat(answer.expiration()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofMinutes(5)));
        Map<String, Object> claims = claims(answer);
        assertThat(claims)
                .containsEntry("iss", issuer)
                .containsEntry("sub", ARN + "user/alice")
                .containsEntry("aud", AUDIENCE)
                .containsEntry("iat", Workbench.START_SECOND.getEpochSecond())
                .containsEntry("exp", answer.expiration().getEpochSecond())
                .containsEntry(
                        AWS,
                        Map.of(
                                "aws_account",
                                ACCOUNT,
                                "source_region",
                                "us-east-1",
                                "principal_id",
                                ARN + "user/alice",
                                "principal_tags",
                                Map.of("team", "storage"),
                                "request_tags",
                                Map.of("job", "7")));
        assertThat(claims.get("jti")).isNotEqualTo(claims(ask(alice)).get("jti"));
        assertThat(isVerified(issuer, answer.webIdentityToken())).isTrue();
    }

    @Test
    void aSessionsTokenNamesTheRoleItsTagsItsSourceIdentityAndItsEnd() throws Exception {
        enable();
        admin.createRole(create -> create.roleName("worker").assumeRolePolicyDocument("""
                {"Version": "2012-10-17", "Statement": {
                  "Effect": "Allow", "Principal": {"AWS": "123456789012"},
                  "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]}}"""));
        admin.tagRole(tag -> tag.roleName("worker").tags(tagOf("stage", "prod")));
        admin.putRolePolicy(put -> put.roleName("worker").policyName("all").policyDocument(Documents.ALLOW_ALL));
        var session = bench.administrator()
                .sts()
                .assumeRole(assume -> assume.roleArn(ARN + "role/worker")
                        .roleSessionName("night")
                        .sourceIdentity("alice")
                        .tags(Tag.builder().key("job").value("7").build()))
                .credentials();

        Map<String, Object> claims = claims(ask(new Actor(bench, session.accessKeyId(), session.sessionToken())));

        assertThat(claims)
                .containsEntry("sub", ARN + "role/worker")
                .containsEntry(
                        AWS,
                        Map.of(
                                "aws_account",
                                ACCOUNT,
                                "source_region",
                                "us-east-1",
                                "principal_id",
                                ARN + "role/worker",
                                "principal_tags",
                                Map.of("stage", "prod", "job", "7"),
                                "original_session_exp",
                                session.expiration().toString(),
                                "source_identity",
                                "alice"));
    }

    @Test
    void severalAudiencesAreAList() throws Exception {
        enable();
        assertThat(claims(bench.administrator()
                        .sts()
                        .getWebIdentityToken(get -> get.audience("one", "two").signingAlgorithm("ES384"))))
                .containsEntry("aud", List.of("one", "two"));
    }

    @Test
    void sessionsOfUsersMayAskAndFederatedUsersMayNot() throws Exception {
        enable();
        var session = bench.administrator().sts().getSessionToken().credentials();
        assertThat(claims(ask(new Actor(bench, session.accessKeyId(), session.sessionToken()))))
                .containsEntry("sub", ARN + "user/Administrator")
                .extractingByKey(AWS)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("original_session_exp", session.expiration().toString());

        var guest = bench.administrator()
                .sts()
                .getFederationToken(get -> get.name("guest").policy(Documents.ALLOW_ALL))
                .credentials();
        assertRefused(
                () -> ask(new Actor(bench, guest.accessKeyId(), guest.sessionToken())),
                "AccessDenied",
                "Cannot call GetWebIdentityToken with session credentials");
    }
}
