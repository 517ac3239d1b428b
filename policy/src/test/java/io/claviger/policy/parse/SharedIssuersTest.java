package io.claviger.policy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trust in issuers that work for everybody has to ask whom the token is about. */
class SharedIssuersTest {

    private static final String GITHUB = "token.actions.githubusercontent.com";

    private static String trusting(String principal, String effect, String condition) {
        return ("{'Version':'2012-10-17','Statement':{'Effect':'%s','Principal':{'Federated':'%s'},"
                        + "'Action':'sts:AssumeRoleWithWebIdentity','Condition':%s}}")
                .formatted(effect, principal, condition)
                .replace('\'', '"');
    }

    private static String provider(String issuer) {
        return "arn:aws:iam::123456789012:oidc-provider/" + issuer;
    }

    private static void assertRefused(String text, String issuer, String keys) {
        assertThat(TrustPolicy.parse(text, "aws", _ -> true))
                .isInstanceOfSatisfying(MalformedPolicy.class, malformed -> {
                    assertThat(malformed.message())
                            .isEqualTo("The role trust policy must evaluate the condition key " + keys
                                    + " for the shared identity provider " + issuer + ".");
                    assertThat(malformed.at().offset()).isPositive();
                });
    }

    private static void assertTaken(String text) {
        assertThat(TrustPolicy.parse(text, "aws", _ -> true)).isInstanceOf(PolicyDocument.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'StringEquals':{'ISS:aud':'sts.amazonaws.com'}}",
                "{'StringLike':{'ISS:sub':'*'}}",
                "{'StringLike':{'ISS:sub':['repo:org/name:*','**']}}",
                "{'StringLike':{'ISS:sub':'?*'}}",
                "{'StringNotEquals':{'ISS:sub':'repo:org/name:ref:x'}}",
                "{'StringNotLike':{'ISS:sub':'repo:org/*'}}",
                "{'StringEqualsIfExists':{'ISS:sub':'repo:org/name:ref:x'}}",
                "{'ForAllValues:StringLike':{'ISS:sub':'repo:org/name:*'}}",
                "{'Null':{'ISS:sub':'false'}}",
                "{'StringLike':{'other.example:sub':'repo:org/name:*'}}",
                "{'StringEquals':{'ISS:repository':'org/name'}}"
            })
    void aConditionThatLetsEverybodyInIsNone(String condition) {
        String issued = condition.replace("ISS", GITHUB);
        assertRefused(trusting(provider(GITHUB), "Allow", issued), GITHUB, GITHUB + ":sub");
        assertTaken(trusting(provider(GITHUB), "Deny", issued));
        assertTaken(trusting(provider("private.example"), "Allow", issued));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringEquals':{'ISS:sub':'repo:org/name:ref:refs/heads/main'}}",
                "{'StringLike':{'ISS:sub':'repo:org/name:*'}}",
                "{'StringLike':{'ISS:SUB':'repo:org/*'}}",
                "{'StringEqualsIgnoreCase':{'ISS:sub':'repo:org/name:ref:x'}}",
                "{'ForAnyValue:StringLike':{'ISS:sub':'repo:org/name:*'}}",
                "{'StringEquals':{'ISS:sub':'*'}}"
            })
    void aConditionOnTheSubjectIsEnough(String condition) {
        assertTaken(trusting(provider(GITHUB), "Allow", condition.replace("ISS", GITHUB)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gitlab.com",
                "app.terraform.io",
                "agent.buildkite.com",
                "oidc.codefresh.io",
                "scalr.io",
                "tokens.cloud.shisho.dev",
                "proidc.upbound.io",
                "studio.datachain.ai/api",
                "vstoken.actions.githubusercontent.com",
                "oidc-configuration.audit-log.githubusercontent.com"
            })
    void soItIsForEveryoneWhoIsOnTheList(String issuer) {
        assertRefused(trusting(provider(issuer), "Allow", "{}"), issuer, issuer + ":sub");
        assertTaken(trusting(provider(issuer), "Allow", "{'StringLike':{'" + issuer + ":sub':'mine:*'}}"));
    }

    @Test
    void anIssuerThatKeepsItsUsersApartByAudienceNeedsThatOrTheSubject() {
        String issuer = "api.pulumi.com/oidc";
        assertRefused(trusting(provider(issuer), "Allow", "{}"), issuer, issuer + ":aud, " + issuer + ":sub");
        assertTaken(trusting(provider(issuer), "Allow", "{'StringEquals':{'" + issuer + ":aud':'aws:org'}}"));
    }

    @Test
    void googleIsSharedUnderItsDomainToo() {
        String google = "accounts.google.com";
        String keys = "accounts.google.com:sub, accounts.google.com:aud, accounts.google.com:oaud,"
                + " accounts.google.com:email";
        assertRefused(trusting(google, "Allow", "{}"), google, keys);
        assertRefused(trusting(provider(google), "Allow", "{}"), google, keys);
        assertTaken(trusting(google, "Allow", "{'StringEquals':{'accounts.google.com:sub':'117'}}"));
    }
}
