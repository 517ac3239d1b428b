package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.saml.ResponseDraft;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

class SamlSessionsTest extends SamlRole {

    private void trusting(String condition, String... more) {
        admin.updateAssumeRolePolicy(update -> update.roleName("sso").policyDocument(trust(condition, more)));
    }

    @Test
    void trustPoliciesAskAboutTheAssertion() {
        String conditions = """
                {'StringEquals':{'saml:iss':'https://idp.example/metadata','saml:sub_type':'persistent',
                'saml:sub':'_cbb88bf52c2510eabe00c1642d4643f41430fe25e3','saml:doc':'123456789012/corp',
                'saml:namequalifier':'LinabYqtglDDs4fgSiyieEGd1m8=',
                'sts:RoleSessionName':'alice','saml:mail':'alice@example.com','saml:commonName':'Alice',
                'aws:FederatedProvider':'arn:aws:iam::123456789012:saml-provider/corp'},
                'ForAnyValue:StringEquals':{'saml:edupersonaffiliation':'faculty'},
                'ForAllValues:StringLike':{'saml:edupersonaffiliation':['staff','fac*']}}""".replace("\n", "");
        trusting(conditions);
        ResponseDraft response = draft().withAttribute("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "staff", "faculty")
                .withAttribute(
                        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "alice@example.com")
                .withAttribute("2.5.4.3", "Alice");
        assertThat(assume(response).subject()).isNotEmpty();
        assertRefused(
                () -> assume(draft().withAttribute("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "student")
                        .withAttribute("2.5.4.3", "Alice")),
                "AccessDenied",
                DENIED);
    }

    @Test
    @SuppressWarnings("deprecation") // the packed size, which AWS still shows
    void sessionTagsNeedATrustPolicyThatAllowsThem() {
        ResponseDraft tagged = draft().with("PrincipalTag:Team", "storage")
                .with("PrincipalTag:Stage", "test")
                .with("TransitiveTagKeys", "Team");
        assertRefused(() -> assume(tagged), "AccessDenied", "Not authorized to perform sts:TagSession");
        trusting("{'StringEquals':{'aws:RequestTag/Team':'storage'}}", "sts:TagSession");

        AssumeRoleWithSamlResponse answer = assume(tagged);
        assertThat(answer.packedPolicySize()).isPositive();
        admin.putRolePolicy(put -> put.roleName("sso")
                .policyName("tagged")
                .policyDocument(Documents.policy(Documents.statement(
                        "Allow", "iam:ListUsers", "*", "{'StringEquals':{'aws:PrincipalTag/team':'storage'}}"))));
        assertThat(actor(answer.credentials()).iam().listUsers().users()).isNotEmpty();
    }

    @Test
    void tagsThatCannotBeAreRefused() {
        trusting("{}", "sts:TagSession");
        assertRefused(
                () -> assume(draft().with("PrincipalTag:Team", "a", "b")),
                "InvalidIdentityToken",
                "The session tag Team in AuthnResponse is not valid");
        assertRefused(
                () -> assume(draft().with("PrincipalTag:Team", "a;b")),
                "InvalidIdentityToken",
                "The session tag Team in AuthnResponse is not valid");
        ResponseDraft many = draft();
        for (int i = 0; i < 51; i++) {
            many.with("PrincipalTag:t" + i, "v");
        }
        assertRefused(
                () -> assume(many),
                "InvalidIdentityToken",
                "The number of session tags in AuthnResponse is above the limit of 50");
    }

    @Test
    void aSourceIdentityNeedsATrustPolicyThatAllowsIt() {
        assertRefused(
                () -> assume(draft().with("SourceIdentity", "alice@corp")),
                "AccessDenied",
                "Not authorized to perform sts:SetSourceIdentity");
        trusting("{'StringEquals':{'sts:SourceIdentity':'alice@corp'}}", "sts:SetSourceIdentity");

        assertThat(assume(draft().with("SourceIdentity", "alice@corp")).sourceIdentity())
                .isEqualTo("alice@corp");
        for (String wrong : new String[] {"a", "aws:alice", "Alice Example"}) {
            assertRefused(
                    () -> assume(draft().with("SourceIdentity", wrong)),
                    "InvalidIdentityToken",
                    "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"");
        }
    }

    @Test
    void theSessionKeepsWhoItsSubjectIs() {
        admin.putRolePolicy(put -> put.roleName("sso")
                .policyName("self")
                .policyDocument(Documents.policy(Documents.statement(
                        "Allow",
                        "iam:ListUsers",
                        "*",
                        "{'StringEquals':{'saml:sub':'_cbb88bf52c2510eabe00c1642d4643f41430fe25e3',"
                                + "'saml:namequalifier':'LinabYqtglDDs4fgSiyieEGd1m8=','saml:sub_type':'persistent',"
                                + "'aws:FederatedProvider':'" + PROVIDER + "'}}"))));

        assertThat(actor(assume(draft()).credentials()).iam().listUsers().users())
                .isNotEmpty();
    }

    @Test
    void theProviderCanShortenASessionAndNeverLengthensOne() {
        admin.updateRole(update -> update.roleName("sso").maxSessionDuration(7200));
        assertLasts(draft(), 7200, 7200);
        assertLasts(draft().with("SessionDuration", "1800"), 7200, 1800);
        assertLasts(draft().with("SessionDuration", "43200"), null, 3600);
        assertLasts(draft().sessionEndsAt(Workbench.START_SECOND.plusSeconds(1200)), 7200, 1199);
        assertRefused(
                () -> assume(draft(), request -> request.durationSeconds(7201)),
                "ValidationError",
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        for (String wrong : new String[] {"899", "43201", "soon", ""}) {
            assertRefused(
                    () -> assume(draft().with("SessionDuration", wrong)),
                    "InvalidIdentityToken",
                    "SessionDuration in AuthnResponse must be between 900 and 43200 seconds");
        }
    }

    private void assertLasts(ResponseDraft response, @Nullable Integer asked, long seconds) {
        Credentials credentials =
                assume(response, request -> request.durationSeconds(asked)).credentials();
        assertThat(Duration.between(Workbench.START_SECOND, credentials.expiration())
                        .toSeconds())
                .isEqualTo(seconds);
    }

    @Test
    @SuppressWarnings("deprecation") // the packed size, which AWS still shows
    void aPolicyThatIsPassedLimitsTheSession() {
        admin.attachRolePolicy(attach -> attach.roleName("sso").policyArn(ADMINISTRATOR_ACCESS));
        AssumeRoleWithSamlResponse answer =
                assume(draft(), request -> request.policy(Documents.allow("iam:ListUsers", "*")));

        assertThat(answer.packedPolicySize()).isPositive();
        Actor session = actor(answer.credentials());
        assertThat(session.iam().listUsers().users()).isNotEmpty();
        assertThat(Refusal.of(() -> session.iam().listGroups()).code()).isEqualTo("AccessDenied");
    }

    @Test
    void whatChangesBetweenJudgementAndActIsNoticed() {
        String response = draft().signed();
        assertRefused(
                () -> bench.callUnsigned(
                        request(response),
                        () -> admin.updateSAMLProvider(
                                update -> update.samlProviderArn(PROVIDER).samlMetadataDocument(HOLDER.metadata()))),
                "InvalidIdentityToken",
                "Issuer not present in specified provider");
        admin.updateSAMLProvider(update -> update.samlProviderArn(PROVIDER).samlMetadataDocument(IDP.metadata()));
        assertRefused(
                () -> bench.callUnsigned(request(response), () -> trusting("{'StringEquals':{'saml:sub':'x'}}")),
                "AccessDenied",
                DENIED);
        trusting("{}");
        assertRefused(
                () -> bench.callUnsigned(
                        request(response), () -> admin.deleteSAMLProvider(delete -> delete.samlProviderArn(PROVIDER))),
                "InvalidIdentityToken",
                "Specified provider doesn't exist");
    }

    @Test
    void aSessionOutlivesItsProvider() {
        Credentials credentials = assume(draft()).credentials();
        admin.deleteSAMLProvider(delete -> delete.samlProviderArn(PROVIDER));

        assertThat(actor(credentials).sts().getCallerIdentity().account()).isEqualTo(ACCOUNT);
        assertRefused(() -> assume(draft()), "InvalidIdentityToken", "Specified provider doesn't exist");
        admin.deleteRole(delete -> delete.roleName("sso"));
        assertRefused(
                () -> actor(credentials).sts().getCallerIdentity(), "InvalidClientTokenId", "nobody has this key");
    }
}
