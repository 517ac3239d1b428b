package io.claviger.policy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.document.PrincipalTerm.Kind;
import io.claviger.policy.document.Selection;
import io.claviger.policy.document.Statement;
import io.claviger.policy.json.Position;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalParsingTest {

    private static final String CONTROL_POLICY =
            "The provided policy document does not meet the requirements of the specified policy type.";
    private static final String CANONICAL_ID = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";

    /** A policy with one statement; {@code '} stands for a quote. */
    private static ParsedPolicy parse(PolicyType type, String members) {
        return PolicyParser.parse("{'Statement':{%s}}".formatted(members).replace('\'', '"'), type);
    }

    private static String message(PolicyType type, String members) {
        ParsedPolicy policy = parse(type, members);
        assertThat(policy).as(members).isInstanceOf(MalformedPolicy.class);
        return ((MalformedPolicy) policy).message();
    }

    private static Statement statement(PolicyType type, String members) {
        ParsedPolicy policy = parse(type, members);
        assertThat(policy).as(members).isInstanceOf(PolicyDocument.class);
        return ((PolicyDocument) policy).statements().getFirst();
    }

    private static PrincipalSelection principals(PolicyType type, String members) {
        return Objects.requireNonNull(statement(type, members).principals());
    }

    private static String bucket(String principal) {
        return "'Effect':'Deny',%s,'Action':'s3:*','Resource':'*'".formatted(principal);
    }

    private static String trust(String principal) {
        return "'Effect':'Allow',%s,'Action':'sts:AssumeRole'".formatted(principal);
    }

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
                "Federated | FEDERATED | '*'",
                "Federated | FEDERATED | 'arn:aws:iam::123456789012:saml-provider/*'",
                "Federated | FEDERATED | 'arn:aws:iam::123456789012:user/Bob'",
                "CanonicalUser | CANONICAL_USER | '*'",
                "CanonicalUser | CANONICAL_USER | '79A5'"
            })
    void refusesWhatNamesNobody(String member, String shown, String text) {
        String principal = "'Principal':{'%s':%s}".formatted(member, text);
        String expected = "Invalid principal in policy: \"%s\":%s".formatted(shown, text.replace('\'', '"'));
        assertThat(message(PolicyType.RESOURCE, bucket(principal))).isEqualTo(expected);
        assertThat(message(PolicyType.TRUST, trust(principal))).isEqualTo(expected);
    }

    @Test
    void trustPoliciesKnowNoCanonicalUsers() {
        assertThat(message(PolicyType.TRUST, trust("'Principal':{'CanonicalUser':'%s'}".formatted(CANONICAL_ID))))
                .isEqualTo("Invalid principal in policy: \"CANONICAL_USER\":\"%s\"".formatted(CANONICAL_ID));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'Effect':'Allow','Action':'sts:AssumeRole' | Missing required field Principal",
                "'Effect':'Allow','Principal':{},'Action':'sts:AssumeRole' | Missing required field Principal cannot be"
                        + " empty!",
                "'Effect':'Allow','Principal':{'AWS':[]},'Action':'sts:AssumeRole' | Missing required field Principal"
                        + " cannot be empty!",
                "'Effect':'Allow','NotPrincipal':{'AWS':'*'},'Action':'sts:AssumeRole' | Allow with NotPrincipal is not"
                        + " allowed.",
                "'Effect':'Deny','NotPrincipal':{'AWS':'*'},'Action':'sts:AssumeRole' | AssumeRole policy must not contain"
                        + " NotPrincipal field.",
                "'Effect':'Allow','Principal':{'AWS':'*'} | Missing required field Action",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':[] | Missing required field Action",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'*' | AssumeRole policy may only specify STS AssumeRole"
                        + " actions.",
                "'Effect':'Allow','Principal':{'AWS':'*'},'NotAction':'s3:*' | AssumeRole policy may only specify STS AssumeRole"
                        + " actions.",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':['sts:AssumeRole','iam:PassRole'] | AssumeRole policy may only"
                        + " specify STS AssumeRole actions.",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:a:b' | Actions/Condition can contain only one colon.",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole','Resource':'*' | Has prohibited field Resource",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole','Resource':[] | Has prohibited field Resource",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole','NotResource':'*' | AssumeRole policy must not"
                        + " contain resources.",
                "'Sid':'a b','Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole' | Statement IDs (SID) must be"
                        + " alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
                "'Principal':{'AWS':'*'},'Action':'sts:AssumeRole' | Missing required field Effect"
            })
    void refusesTrustPoliciesInTheWordsForThem(String members, String message) {
        assertThat(message(PolicyType.TRUST, members)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{ | This policy contains invalid Json",
                "{} | Could not parse the policy: Statement is empty!",
                "{'Statement':[]} | Could not parse the policy: Statement is empty!",
                "{'Version':'2020-01-01','Statement':{'Effect':'Deny'}} | The policy must contain a valid version string",
                "{'Statement':[{'Sid':'a','Effect':'Deny','Principal':{'AWS':'*'},'Action':'sts:TagSession'},{'Sid':'a','Effect':'Deny',"
                        + "'Principal':{'AWS':'*'},'Action':'sts:TagSession'}]} | The Statement Ids in the policy are not unique"
            })
    void refusesMalformedTrustPoliciesInTheWordsForThem(String text, String message) {
        assertThat(PolicyParser.parse(text.replace('\'', '"'), PolicyType.TRUST))
                .isInstanceOfSatisfying(
                        MalformedPolicy.class,
                        malformed -> assertThat(malformed.message()).isEqualTo(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "sts:*",
                "sts:Assume*",
                "sts:AssumeRol?",
                "sts:assumerole",
                "STS:AssumeRole",
                "sts:AssumeRoot",
                "sts:GetCallerIdentity",
                "sts:GetSessionToken",
                "sts:GetFederationToken",
                "sts:DecodeAuthorizationMessage",
                "iam:PassRole"
            })
    void aTrustPolicyIsAboutAssumingTheRoleAlone(String action) {
        for (String element : List.of("Action", "NotAction")) {
            assertThat(message(
                            PolicyType.TRUST,
                            "'Effect':'Allow','Principal':{'AWS':'*'},'%s':'%s'".formatted(element, action)))
                    .isEqualTo("AssumeRole policy may only specify STS AssumeRole actions.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AssumeRole",
                "AssumeRoleWithWebIdentity",
                "AssumeRoleWithSAML",
                "TagSession",
                "SetSourceIdentity",
                "SetContext"
            })
    void aTrustPolicyMayNameTheActionsOfAssuming(String action) {
        statement(PolicyType.TRUST, "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:%s'".formatted(action));
    }

    @Test
    void aTrustPolicyNamesEveryoneUnderAws() {
        String expected = "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".";
        assertThat(message(PolicyType.TRUST, trust("'Principal':'*'"))).isEqualTo(expected);
        principals(PolicyType.RESOURCE, bucket("'Principal':'*'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lambda.example.com",
                "storage",
                "amazonaws.com",
                "ec2.amazonaws.com.evil.org",
                "ec2amazonaws.com"
            })
    void aTrustPolicyNamesServicesOfAws(String service) {
        String principal = "'Principal':{'Service':'%s'}".formatted(service);
        assertThat(message(PolicyType.TRUST, trust(principal)))
                .isEqualTo("Invalid principal in policy: \"SERVICE\":\"%s\"".formatted(service));
        principals(PolicyType.RESOURCE, bucket(principal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'Condition':{}", ",'Condition':{'StringEquals':{}}"})
    void trustInCognitoHasAlwaysACondition(String condition) {
        String cognito = "'Effect':'Allow','Principal':{'Federated':'cognito-identity.amazonaws.com'},"
                + "'Action':'sts:AssumeRoleWithWebIdentity'";
        assertThat(message(PolicyType.TRUST, cognito + condition))
                .isEqualTo("A condition block must be present for the Cognito provider");
        statement(
                PolicyType.TRUST,
                cognito + ",'Condition':{'StringEquals':{'cognito-identity.amazonaws.com:aud':'eu-west-1:1'}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stringEquals", "StringEqualz", "NullIfExists", "ForAnyValue::StringEquals"})
    void aTrustPolicyNamesTheOperatorThatThereIsNot(String operator) {
        assertThat(message(
                        PolicyType.TRUST,
                        trust("'Principal':{'AWS':'*'}") + ",'Condition':{'%s':{'a:b':'c'}}".formatted(operator)))
                .isEqualTo("Invalid Condition type : " + operator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-23456789012", "123456-789012", "1234--5678-9012", "1234-5678-901", "-123456789012"})
    void hyphensOfAnAccountStandWhereTheConsoleHasThem(String account) {
        String principal = "'Principal':{'AWS':'%s'}".formatted(account);
        String expected = "Invalid principal in policy: \"AWS\":\"%s\"".formatted(account);
        assertThat(message(PolicyType.TRUST, trust(principal))).isEqualTo(expected);
        assertThat(message(PolicyType.RESOURCE, bucket(principal))).isEqualTo(expected);
    }

    @Test
    void aTrustPolicyHasNoResources() {
        PolicyDocument policy = (PolicyDocument) parse(PolicyType.TRUST, trust("'Principal':{'AWS':'*'}"));
        assertThat(policy.statements().getFirst().resources()).isEqualTo(new Selection(false, List.of()));
        assertThat(policy.type()).isEqualTo(PolicyType.TRUST);
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
