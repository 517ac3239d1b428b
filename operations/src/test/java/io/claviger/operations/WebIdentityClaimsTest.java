package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/** AssumeRoleWithWebIdentity with tokens that their issuer made. */
@SuppressWarnings("deprecation") // the packed size, which AWS still shows
class WebIdentityClaimsTest extends WebIdentityRole {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'StringEquals':{'ISS:sub':'system:serviceaccount:app:web'}}|true",
                "{'StringEquals':{'ISS:sub':'system:serviceaccount:app:other'}}|false",
                "{'StringLike':{'ISS:sub':'system:serviceaccount:app:*'}}|true",
                "{'StringEquals':{'ISS:aud':'sts.amazonaws.com'}}|true",
                "{'StringEquals':{'ISS:aud':'other'}}|false",
                "{'StringEquals':{'ISS:oaud':'sts.amazonaws.com'}}|true",
                "{'StringEquals':{'ISS:iss':'https://ISS'}}|true",
                "{'StringEquals':{'ISS:email':'web@example.org'}}|true",
                "{'StringEquals':{'ISS:repository_id':'42'}}|true",
                "{'NumericLessThan':{'ISS:repository_id':'43'}}|true",
                "{'Bool':{'ISS:email_verified':'true'}}|true",
                "{'ForAnyValue:StringEquals':{'ISS:groups':['admins','others']}}|true",
                "{'ForAnyValue:StringEquals':{'ISS:groups':'others'}}|false",
                "{'StringEquals':{'ISS:groups':'admins'}}|false",
                "{'StringEquals':{'ISS:kubernetes.io/namespace':'app'}}|true",
                "{'StringEquals':{'ISS:kubernetes.io/serviceaccount/name':'web'}}|true",
                "{'StringEquals':{'ISS:Kubernetes.IO/Namespace':'app'}}|true",
                "{'StringEquals':{'ISS:none':'x'}}|false",
                "{'Null':{'ISS:none':'true'}}|true",
                "{'Null':{'ISS:nothing':'true'}}|true",
                "{'StringEquals':{'aws:FederatedProvider':'arn:aws:iam::123456789012:oidc-provider/ISS'}}|true",
                "{'StringEquals':{'aws:FederatedProvider':'arn:aws:iam::123456789012:oidc-provider/x'}}|false",
                "{'StringEquals':{'sts:RoleSessionName':'web'}}|true",
                "{'StringEquals':{'sts:RoleSessionName':'other'}}|false",
                "{'NumericLessThanEquals':{'sts:DurationSeconds':'1800'}}|true",
                "{'NumericLessThanEquals':{'sts:DurationSeconds':'900'}}|false",
                "{'IpAddress':{'aws:SourceIp':'192.0.2.0/24'}}|true",
                "{'Null':{'aws:PrincipalArn':'true','aws:userid':'true'}}|true"
            })
    void everyClaimIsAConditionKey(String condition, boolean isAllowed) {
        String token = issuer.token(
                bench.now(),
                claims -> claims.claim("email", "web@example.org")
                        .claim("email_verified", true)
                        .claim("repository_id", 42)
                        .claim("nothing", null)
                        .claim("groups", List.of("users", "admins"))
                        .claim(
                                "kubernetes.io",
                                Map.of("namespace", "app", "serviceaccount", Map.of("name", "web", "uid", "7"))));
        trustOnlyIf(condition);
        if (isAllowed) {
            assume(token, request -> request.durationSeconds(1800));
        } else {
            assertDenied(() -> assume(token, request -> request.durationSeconds(1800)), NOT_AUTHORIZED);
        }
    }

    @Test
    void theAuthorizedPartyIsTheAudience() {
        admin.addClientIDToOpenIDConnectProvider(
                add -> add.openIDConnectProviderArn(provider()).clientID("app"));
        String token = issuer.token(
                bench.now(),
                claims -> claims.audience(List.of("api", "account")).claim("azp", "app"));

        trustOnlyIf("{'StringEquals':{'ISS:aud':'app','ISS:azp':'app'},'ForAnyValue:StringEquals':{'ISS:oaud':'api'}}");
        assertThat(assume(token).audience()).isEqualTo("app");
        assertRefused(
                () -> assume(issuer.token(bench.now(), claims -> claims.claim("azp", "stranger"))),
                "InvalidIdentityToken",
                "Incorrect token audience");
    }

    @Test
    void theSessionBringsTheProviderTheAudienceAndTheSubject() {
        String name = issuer.name();
        for (String condition : List.of(
                "{'StringEquals':{'aws:FederatedProvider':'" + provider() + "'}}",
                "{'StringEquals':{'" + name + ":sub':'system:serviceaccount:app:web'}}",
                "{'StringEquals':{'" + name + ":aud':'sts.amazonaws.com'}}",
                "{'Null':{'" + name + ":iss':'true'}}")) {
            roleMay(Documents.allowIf("iam:ListUsers", condition));
            assertThat(session(assume(token())).iam().listUsers().users())
                    .as(condition)
                    .isNotEmpty();
        }
        roleMay(Documents.allowIf("iam:ListUsers", "{'StringEquals':{'" + name + ":sub':'other'}}"));
        assertThat(Refusal.of(() -> session(assume(token())).iam().listUsers()).code())
                .isEqualTo("AccessDenied");
    }

    @Test
    void tagsAndSourceIdentityComeFromTheTokenAndNeedTrustOfTheirOwn() {
        Map<String, Object> tags = Map.of(
                "principal_tags",
                Map.of("Team", List.of("blue"), "Stage", "test"),
                "transitive_tag_keys",
                List.of("Team"));
        String token = issuer.token(
                bench.now(),
                claims -> claims.claim("https://aws.amazon.com/tags", tags)
                        .claim("https://aws.amazon.com/source_identity", "alice"));
        assertDenied(() -> assume(token), "Not authorized to perform sts:TagSession");
        trustOnlyIf("{}", "sts:AssumeRoleWithWebIdentity", "sts:TagSession");
        assertDenied(() -> assume(token), "Not authorized to perform sts:SetSourceIdentity");
        trustOnlyIf(
                "{'StringEquals':{'aws:RequestTag/team':'blue','sts:SourceIdentity':'alice'},"
                        + "'ForAllValues:StringEquals':{'sts:TransitiveTagKeys':'Team','aws:TagKeys':['Team','Stage']}}",
                "sts:AssumeRoleWithWebIdentity",
                "sts:TagSession",
                "sts:SetSourceIdentity");
        AssumeRoleWithWebIdentityResponse answer = assume(token);
        assertThat(answer.sourceIdentity()).isEqualTo("alice");
        assertThat(answer.packedPolicySize()).isBetween(1, 100);
        roleMay(Documents.allowIf(
                "iam:ListUsers", "{'StringEquals':{'aws:PrincipalTag/Stage':'test','aws:SourceIdentity':'alice'}}"));
        session(answer).iam().listUsers();
    }

    @Test
    void tagsMayStandInAClaimEach() {
        trustOnlyIf(
                "{'StringEquals':{'aws:RequestTag/Team':'blue'}}", "sts:AssumeRoleWithWebIdentity", "sts:TagSession");
        assume(issuer.token(
                bench.now(),
                claims -> claims.claim("https://aws.amazon.com/tags/principal_tags/Team", "blue")
                        .claim("https://aws.amazon.com/tags/transitive_tag_keys", List.of("Team"))));
    }
}
