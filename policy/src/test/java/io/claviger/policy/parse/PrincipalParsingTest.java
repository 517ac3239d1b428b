package io.claviger.policy.parse;

import static io.claviger.policy.parse.StatementTexts.CANONICAL_ID;
import static io.claviger.policy.parse.StatementTexts.bucket;
import static io.claviger.policy.parse.StatementTexts.message;
import static io.claviger.policy.parse.StatementTexts.principals;
import static io.claviger.policy.parse.StatementTexts.statement;
import static io.claviger.policy.parse.StatementTexts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.document.PrincipalTerm.Kind;
import io.claviger.policy.json.Position;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalParsingTest {

    private static final String CONTROL_POLICY =
            "The provided policy document does not meet the requirements of the specified policy type.";

    @Test
    void keepsEveryPrincipalWithItsKindAndPlace() {
        String members = bucket("'Principal':{'AWS':['*','123456789012'],'Service':'ec2.amazonaws.com',"
                + "'Federated':'accounts.google.com','CanonicalUser':'%s'}".formatted(CANONICAL_ID));
        PrincipalSelection principals = principals(PolicyType.RESOURCE, members);
        assertThat(principals.excluding()).isFalse();
        assertThat(principals.terms())
                .extracting(PrincipalTerm::kind)
                .containsExactly(Kind.AWS, Kind.AWS, Kind.SERVICE, Kind.FEDERATED, Kind.CANONICAL_USER);
        assertThat(principals.terms())
                .extracting(PrincipalTerm::text)
                .containsExactly("*", "123456789012", "ec2.amazonaws.com", "accounts.google.com", CANONICAL_ID);
        assertThat(principals.terms().get(1).at()).isEqualTo(new Position(1, 55, 54));
        assertThat(principals.terms())
                .extracting(PrincipalTerm::everybody)
                .containsExactly(true, false, false, false, false);
    }

    @Test
    void theStarAloneIsEverybody() {
        assertThat(principals(PolicyType.RESOURCE, bucket("'NotPrincipal':'*'")))
                .isEqualTo(new PrincipalSelection(
                        true, List.of(new PrincipalTerm(Kind.AWS, "*", new Position(1, 46, 45)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'AWS':'*'",
                "'AWS':'123456789012'",
                "'AWS':'arn:aws:iam::123456789012:root'",
                "'AWS':'arn:aws-cn:iam::123456789012:user/division/Bob@x'",
                "'AWS':'arn:aws:iam::123456789012:role/service-role/R'",
                "'AWS':'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E15MNIMTCFKK4C'",
                "'AWS':'arn:aws:sts::123456789012:assumed-role/R/session'",
                "'AWS':'arn:aws:sts::123456789012:federated-user/Bob'",
                "'AWS':'AIDAJQABLZS4A3QDU576Q'",
                "'AWS':['AROAJQABLZS4A3QDU576Q','*']",
                "'Service':['ec2.amazonaws.com','logs.eu-west-1.amazonaws.com','ec2.amazonaws.com.cn']",
                "'Federated':'arn:aws:iam::123456789012:saml-provider/Idp'",
                "'Federated':'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com'",
                "'Federated':'www.amazon.com'",
                "'AWS':'1234-5678-9012'"
            })
    void acceptsEveryKindOfPrincipal(String principal) {
        principals(PolicyType.RESOURCE, bucket("'Principal':{" + principal + "}"));
        principals(PolicyType.TRUST, trust("'Principal':{" + principal + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "AWS | AWS | ''",
                "AWS | AWS | 'Bob'",
                "AWS | AWS | '12345678901'",
                "AWS | AWS | '12345678901*'",
                "AWS | AWS | '**'",
                "AWS | AWS | 'arn:aws:iam::123456789012:*'",
                "AWS | AWS | 'arn:aws:iam::123456789012:user/*'",
                "AWS | AWS | 'arn:aws:iam::123456789012:user/Bo?'",
                "AWS | AWS | 'arn:aws:iam::123456789012:user/'",
                "AWS | AWS | 'arn:aws:iam::*:root'",
                "AWS | AWS | 'arn:aws:iam::12345:root'",
                "AWS | AWS | 'arn:aws:iam::123456789012:roots'",
                "AWS | AWS | 'arn:aws:iam::123456789012:group/G'",
                "AWS | AWS | 'arn:aws:iam:us-east-1:123456789012:user/Bob'",
                "AWS | AWS | 'arn:gov:iam::123456789012:user/Bob'",
                "AWS | AWS | 'arn:aws:sts::123456789012:assumed-role/R'",
                "AWS | AWS | 'arn:aws:sts::123456789012:assumed-role/R/*'",
                "AWS | AWS | 'arn:aws:sts::123456789012:assumed-role/p/R/s'",
                "AWS | AWS | 'arn:aws:sts::123456789012:federated-user/'",
                "AWS | AWS | 'AGPAJQABLZS4A3QDU576Q'",
                "AWS | AWS | 'AIDA1'",
                "Service | SERVICE | '*'",
                "Service | SERVICE | 'ec2.*.amazonaws.com'",
                "Service | SERVICE | ''",
                "CanonicalUser | CANONICAL_USER | '*'",
                "CanonicalUser | CANONICAL_USER | '79A5'"
            })
    void refusesWhatNamesNobody(String member, String shown, String text) {
        String principal = "'Principal':{'%s':%s}".formatted(member, text);
        String expected = "Invalid principal in policy: \"%s\":%s".formatted(shown, text.replace('\'', '"'));
        assertThat(message(PolicyType.RESOURCE, bucket(principal))).isEqualTo(expected);
        assertThat(message(PolicyType.TRUST, trust(principal))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "",
                "arn:aws:iam::123456789012:saml-provider/*",
                "arn:aws:iam::123456789012:user/Bob",
                "https://accounts.google.com"
            })
    void aTrustPolicyNamesIdentityProvidersByDomainOrArn(String provider) {
        String principal = "'Principal':{'Federated':'%s'}".formatted(provider);
        assertThat(message(PolicyType.TRUST, trust(principal)))
                .isEqualTo("Federated principals must be valid domain names or SAML metadata ARNs");
        assertThat(message(PolicyType.RESOURCE, bucket(principal)))
                .isEqualTo("Invalid principal in policy: \"FEDERATED\":\"%s\"".formatted(provider));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'Effect':'Deny','Action':'s3:*','Resource':'*' | Missing required field Principal",
                "'Effect':'Deny','NotPrincipal':{'AWS':[]},'Action':'s3:*','Resource':'*' | Missing required field Principal"
                        + " cannot be empty!",
                "'Effect':'Allow','NotPrincipal':'*','Action':'s3:*','Resource':'*' | Allow with NotPrincipal is not"
                        + " allowed.",
                "'Effect':'Allow','Principal':'*','Resource':'*' | Policy statement must contain actions.",
                "'Effect':'Allow','Principal':'*','Action':'s3:*' | Policy statement must contain resources."
            })
    void refusesResourcePolicies(String members, String message) {
        assertThat(message(PolicyType.RESOURCE, members)).isEqualTo(message);
    }

    @Test
    void aStatementOfAResourcePolicyMayHaveAnyIdentifier() {
        principals(PolicyType.RESOURCE, "'Sid':'Enable IAM User Permissions'," + bucket("'Principal':'*'"));
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "PERMISSIONS_BOUNDARY", "SESSION"})
    void policiesOfPrincipalsNameNone(PolicyType type) {
        String expected = "Policy document should not specify a principal.";
        assertThat(message(type, bucket("'Principal':'*'"))).isEqualTo(expected);
        assertThat(message(type, bucket("'NotPrincipal':{'AWS':'*'}"))).isEqualTo(expected);
        assertThat(statement(type, "'Effect':'Deny','Action':'s3:*','Resource':'*'")
                        .principals())
                .isNull();
    }

    @Test
    void serviceControlPoliciesNameNoPrincipals() {
        PolicyType type = PolicyType.SERVICE_CONTROL;
        assertThat(message(type, bucket("'Principal':'*'"))).isEqualTo(CONTROL_POLICY);
        assertThat(statement(type, "'Effect':'Allow','NotAction':'s3:*','Resource':'*'")
                        .principals())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Sid':''",
                "'Principal':{'AWS':'123456789012'}",
                "'Principal':{'AWS':['*','*']}",
                "'NotPrincipal':'*'",
                "'Principal':{}"
            })
    void resourceControlPoliciesAreAboutEverybody(String principal) {
        PolicyType type = PolicyType.RESOURCE_CONTROL;
        assertThat(message(type, bucket(principal))).isEqualTo(CONTROL_POLICY);
        assertThat(principals(type, bucket("'Principal':'*'")).terms()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SERVICE_CONTROL, arn:aws:s3, false",
        "SERVICE_CONTROL, arn:aws:s3:*, true",
        "SERVICE_CONTROL, arn:aws:s3:::b, true",
        "SERVICE_CONTROL, *, true",
        "RESOURCE_CONTROL, arn:aws:s3, false",
        "RESOURCE_CONTROL, arn:aws:s3:*, false",
        "RESOURCE_CONTROL, arn:aws:s3:::b, true",
        "RESOURCE_CONTROL, *, true"
    })
    void controlPoliciesTakeNoHalfArns(PolicyType type, String resource, boolean accepted) {
        String members = "'Effect':'Deny',%s'Action':'s3:*','Resource':'%s'"
                .formatted(type == PolicyType.RESOURCE_CONTROL ? "'Principal':'*'," : "", resource);
        if (accepted) {
            statement(type, members);
        } else {
            assertThat(message(type, members)).isEqualTo(CONTROL_POLICY);
        }
    }
}
