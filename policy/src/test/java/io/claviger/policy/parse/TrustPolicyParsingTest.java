package io.claviger.policy.parse;

import static io.claviger.policy.parse.StatementTexts.CANONICAL_ID;
import static io.claviger.policy.parse.StatementTexts.bucket;
import static io.claviger.policy.parse.StatementTexts.message;
import static io.claviger.policy.parse.StatementTexts.parse;
import static io.claviger.policy.parse.StatementTexts.principals;
import static io.claviger.policy.parse.StatementTexts.statement;
import static io.claviger.policy.parse.StatementTexts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyParsingTest {

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
}
