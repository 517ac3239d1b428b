package io.claviger.policy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.json.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFaultMessagesTest extends ParsedTexts {

    private static final String IAM_PATHS =
            "IAM resource path must either be \"*\" or start with user/, federated-user/,"
                    + " role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/,"
                    + " oidc-provider/, report/, access-report/.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'Effect':'allow','Action':'*','Resource':'*' | The policy failed legacy parsing",
                "'Effect':'DENY','Action':'*','Resource':'*' | The policy failed legacy parsing",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:s3::b' | The policy failed legacy parsing",
                "'Effect':'Allow','Resource':'arn:aws:s3::b' | The policy failed legacy parsing",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws::::b' | The policy failed legacy parsing",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws::b' | The policy failed legacy parsing",
                "'Sid':'a-b','Effect':'Allow','Action':'*','Resource':'*' | Statement IDs (SID) must be alpha-numeric."
                        + " Check that your input satisfies the regular expression [0-9A-Za-z]*",
                "'Effect':'Allow','Action':'*','Resource':'*:aws:s3::b' | Resource *:aws:s3::b must be in ARN format or"
                        + " \"*\".",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:?3:::b' | Resource vendor must be fully qualified and"
                        + " cannot contain regexes.",
                "'Effect':'Allow' | Policy statement must contain actions.",
                "'Effect':'Allow','Resource':'*' | Policy statement must contain actions.",
                "'Effect':'Allow','Action':[],'Resource':'*' | Policy statement must contain actions.",
                "'Effect':'Allow','Action':'*' | Policy statement must contain resources.",
                "'Effect':'Allow','Action':'*','Resource':[] | Policy statement must contain resources.",
                "'Effect':'Allow','Action':'GetUser' | Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb,"
                        + " ec2, etc.",
                "'Effect':'Allow','NotAction':'','Resource':'*' | Actions/Conditions must be prefaced by a vendor, e.g.,"
                        + " iam, sdb, ec2, etc.",
                "'Effect':'Allow','Action':'a a:Get','Resource':'*' | Vendor a a is not valid",
                "'Effect':'Allow','Action':'*:Untag*','Resource':'*' | Action vendors (e.g., aws, ec2, etc.) must not"
                        + " contain wildcards.",
                "'Effect':'Allow','Action':'?:Get','Resource':'*' | Action vendors (e.g., aws, ec2, etc.) must not contain"
                        + " wildcards.",
                "'Effect':'Allow','Action':':Get','Resource':'*' | Vendor  is not valid",
                "'Effect':'Allow','Action':'s3:Get:Object','Resource':'*' | Actions/Condition can contain only one colon.",
                "'Effect':'Allow','Action':'s3:Get:Object','Resource':'b' | Resource b must be in ARN format or \"*\".",
                "'Effect':'Allow','Action':'*','Resource':'my bucket' | Resource my bucket must be in ARN format or \"*\".",
                "'Effect':'Allow','Action':'*','Resource':'' | Resource  must be in ARN format or \"*\".",
                "'Effect':'Allow','Action':'*','Resource':'${aws:x}' | Resource ${aws:x} must be in ARN format or \"*\".",
                "'Effect':'Allow','Action':'*','Resource':'urn:aws:s3:::b' | Resource urn:aws:s3:::b must be in ARN format"
                        + " or \"*\".",
                "'Effect':'Allow','Action':'*','Resource':'a:b:c:d:e:f:g' | Partition \"b\" is not valid for resource"
                        + " \"arn:b:c:d:e:f:g\".",
                "'Effect':'Allow','Action':'*','Resource':'aws:s3:::b' | Partition \"s3\" is not valid for resource"
                        + " \"arn:s3:::b:*\".",
                "'Effect':'Allow','Action':'*','NotResource':'arn:' | Partition \"\" is not valid for resource"
                        + " \"arn::*:*:*:*\".",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws' | Resource vendor must be fully qualified and cannot"
                        + " contain regexes.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:*:::b' | Resource vendor must be fully qualified and"
                        + " cannot contain regexes.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:${aws:x}:::b' | Resource vendor must be fully qualified"
                        + " and cannot contain regexes.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:iam:us-east-1::user/x' | IAM resource"
                        + " arn:aws:iam:us-east-1::user/x cannot contain region information.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:us-east-1::b' | Resource arn:aws:s3:us-east-1::b can"
                        + " not contain region information.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:us-east-1:1:b' | Resource arn:aws:s3:us-east-1:1:b"
                        + " can not contain region information.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:us-*::b/*' | Resource arn:aws:s3:us-*::b/* can not"
                        + " contain region information.",
                "'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:b' | Resource arn:aws:s3:b:*:* can not contain"
                        + " region information.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:s3::1:b' | Resource arn:aws:s3::1:b cannot contain an"
                        + " account id.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:s3::${aws:PrincipalAccount}:b/*' | Resource"
                        + " arn:aws:s3::${aws:PrincipalAccount}:b/* cannot contain an account id.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:*:1' | Resource arn:aws:s3:*:1:* cannot contain an"
                        + " account id.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:route53:us-east-1::hostedzone/z' | Resource"
                        + " arn:aws:route53:us-east-1::hostedzone/z can not contain region information.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:route53::1:hostedzone/*' | Resource"
                        + " arn:aws:route53::1:hostedzone/* cannot contain an account id.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:iam:us-east-1' | IAM resource"
                        + " arn:aws:iam:us-east-1:*:* cannot contain region information.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:s3::b/*' | The policy failed legacy parsing",
                "'Effect':'Allow','Action':'*','NotResource':'arn:aws:iam::1' | The policy failed legacy parsing",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:iam:::b' | " + IAM_PATHS,
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:iam::1:*/*' | " + IAM_PATHS,
                "'Effect':'Allow','Principal':'*','Action':'*','Resource':'*' | Policy document should not specify a"
                        + " principal.",
                "'Effect':'Allow','NotPrincipal':{'AWS':'*'},'Action':'*','Resource':'*' | Policy document should not"
                        + " specify a principal.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::${aws:username' | The policy variable in"
                        + " \"arn:aws:s3:::${aws:username\" is not well-formed.",
                "'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::${}' | The policy variable in \"arn:aws:s3:::${}\" is"
                        + " not well-formed."
            })
    void refusesWithTheMessage(String members, String message) {
        assertThat(message(policy(members))).isEqualTo(message);
    }

    @Test
    void tellsWhereTheFaultIs() {
        String text = "{\n  \"Statement\": {\n    \"Effect\": \"Allow\",\n    \"Action\": [\"s3:*\", \"Get\"]}}";
        ParsedPolicy policy = PolicyParser.parse(text, PolicyType.SESSION);
        assertThat(policy)
                .isInstanceOfSatisfying(
                        MalformedPolicy.class,
                        malformed ->
                                assertThat(malformed.at()).isEqualTo(new Position(4, 24, text.indexOf("\"Get\""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'Statement':{'Effect':'Allow' 'Action':'*'}} | 31 | Expected ',' or '}' after the member \"Effect\"",
                "{'Version':'2012-10-17'} | 0 | A policy has a Statement",
                "{'Statement':[]} | 13 | A policy has at least one statement",
                "{'Statement':7} | 13 | A statement is an object in braces",
                "{'Statement':{'Acton':'*'}} | 14 | A statement has no element Acton",
                "{'statement':{}} | 1 | A policy has no element statement",
                "{'Version':'2012','Statement':{'Effect':'Deny'}} | 11 | Version is 2012-10-17 or 2008-10-17",
                "{'Statement':{'Action':'*'}} | 13 | A statement has an Effect",
                "{'Statement':{'Effect':'Permit'}} | 23 | Effect is Allow or Deny",
                "{'Statement':{'Effect':'allow'}} | 23 | Effect is written Allow or Deny",
                "{'Statement':{'Effect':'Deny','Action':7}} | 39 | Action is a text in double quotes",
                "{'Statement':{'Effect':'Deny','Action':'*','NotAction':'*'}} | 43 | A statement has either Action or"
                        + " NotAction, not both",
                "{'Statement':{'Effect':'Deny','Condition':{'StringIs':{}}}} | 43 | There is no condition operator"
                        + " StringIs",
                "{'Statement':{'Effect':'Deny','Condition':{'Bool':{' ':1}}}} | 51 | A condition key has a name",
                "{'Statement':{'Effect':'Deny','Condition':{'Bool':{'a':1,'A':1}}}} | 57 | The condition key A stands"
                        + " twice under one operator",
                "{'Statement':{'Effect':'Deny','Condition':{'Bool':{'a':{}}}}} | 55 | The value of a condition is a"
                        + " text, a number, true or false",
                "{'Statement':{'Effect':'Deny','Condition':{'Bool':{'a':'x'}}}} | 55 | Bool takes no value such as"
                        + " \"x\"",
                "{'Statement':{'Effect':'Deny','Resource':'arn:aws:s3::b'}} | 41 | An ARN has six parts, divided by"
                        + " five colons",
                "{'Statement':{'Effect':'Deny','Resource':'arn:aws:'}} | 41 | An ARN names a service",
                "{'Statement':{'Effect':'Deny','Resource':'arn:aws::::b'}} | 41 | An ARN names a service",
                "{'Statement':{'Effect':'Deny','Principal':'me'}} | 42 | Principal is either \"*\" or an object such as"
                        + " {\"AWS\": \"...\"}",
                "{'Statement':{'Effect':'Deny','Principal':{'Aws':'*'}}} | 43 | A principal is one of AWS, Service,"
                        + " Federated and CanonicalUser, not Aws",
                "{'Statement':{'Effect':'Deny','Principal':{'AWS':[1]}}} | 50 | A principal is a text in double quotes"
            })
    void saysInOneSentenceWhatIsWrongAndWhere(String text, int offset, String reason) {
        MalformedPolicy malformed = (MalformedPolicy) PolicyParser.parse(text.replace('\'', '"'), PolicyType.IDENTITY);
        assertThat(malformed.reason()).isEqualTo(reason);
        assertThat(malformed.at()).isEqualTo(new Position(1, offset + 1, offset));
    }
}
