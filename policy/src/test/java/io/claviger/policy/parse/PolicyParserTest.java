package io.claviger.policy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.Condition;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Term;
import io.claviger.policy.json.Position;
import io.claviger.policy.reference.Policies;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyParserTest {

    private static final String IAM_PATHS =
            "IAM resource path must either be \"*\" or start with user/, federated-user/,"
                    + " role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/,"
                    + " oidc-provider/, report/, access-report/.";

    /** A policy with one statement; {@code '} stands for a quote. */
    private static String policy(String members) {
        return "{'Version':'2012-10-17','Statement':{%s}}".formatted(members).replace('\'', '"');
    }

    private static String withCondition(String condition) {
        return policy("'Effect':'Allow','Action':'*','Resource':'*','Condition':" + condition);
    }

    private static String message(String text) {
        ParsedPolicy policy = PolicyParser.parse(text, PolicyType.IDENTITY);
        assertThat(policy).as(text).isInstanceOf(MalformedPolicy.class);
        return ((MalformedPolicy) policy).message();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "This is no JSON",
                "{'Version':'2012-10-17'}",
                "{'Version':'2012-10-17','Statement':[]}",
                "{'Version':'2012-10-17','Statement':'x'}",
                "{'Version':'2012-10-17','Statement':['x']}",
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}],'More':1}",
                "{'Version':'2013-10-17','Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}",
                "{'Version':20121017,'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}",
                "{'Id':['x'],'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}",
                "{'statement':{'Effect':'Allow','Action':'*','Resource':'*'}}",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}} x",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'},}",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'\u0100'}}",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'\u0001'}}"
            })
    void refusesWhatIsNoPolicy(String text) {
        assertThat(message(text.replace('\'', '"'))).isEqualTo("Syntax errors in policy.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Action':'*','Resource':'*'",
                "'Effect':'Permit','Action':'*','Resource':'*'",
                "'Effect':['Allow'],'Action':'*','Resource':'*'",
                "'Effect':'Allow','Action':'*','Resource':'*','More':''",
                "'Effect':'Allow','action':'*','Resource':'*'",
                "'Effect':'Allow','Action':'*','NotAction':'iam:*','Resource':'*'",
                "'Effect':'Allow','Action':[],'NotAction':'iam:*','Resource':'*'",
                "'Effect':'Allow','Action':'*','Resource':'*','NotResource':[]",
                "'Effect':'Allow','Action':'*','Resource':'*','Principal':'*','NotPrincipal':'*'",
                "'Effect':'Allow','Action':{},'Resource':'*'",
                "'Effect':'Allow','Action':[[]],'Resource':'*'",
                "'Effect':'Allow','Action':7,'Resource':'*'",
                "'Effect':'Allow','Action':null,'Resource':'*'",
                "'Effect':'Allow','Action':'*','Resource':{'a':'*'}",
                "'Effect':'Allow','Action':'*','Resource':['*',{}]",
                "'Sid':{},'Effect':'Allow','Action':'*','Resource':'*'",
                "'Effect':'Allow','Effect':'Allow','Action':'*','Resource':'*'"
            })
    void refusesMalformedStatements(String members) {
        assertThat(message(policy(members))).isEqualTo("Syntax errors in policy.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "'a'",
                "{'StringEquals':'a'}",
                "{'StringEquals':[]}",
                "{'StringEquals':{'a:b':{}}}",
                "{'StringEquals':{'a:b':[[]]}}",
                "{'StringEquals':{'a:b':null}}",
                "{'StringEquals':{'':'x'}}",
                "{'StringEquals':{'a:b':'x','a:b':'y'}}",
                "{'StringEquals':{'a:b':'x','A:B':'y'}}",
                "{'stringEquals':{'a:b':'x'}}",
                "{'StringEqualsIfexists':{'a:b':'x'}}",
                "{'StringIs':{'a:b':'x'}}",
                "{'NullIfExists':{'a:b':'true'}}",
                "{'ForAnyValue::StringEquals':{'a:b':'x'}}",
                "{'ForSomeValues:StringEquals':{'a:b':'x'}}",
                "{'ForAllValues:':{'a:b':'x'}}",
                "{'IfExists':{'a:b':'x'}}",
                "{'StringEqualsIfExistsIfExists':{'a:b':'x'}}",
                "{'x':{}}"
            })
    void refusesConditionsItCannotEvaluate(String condition) {
        assertThat(message(withCondition(condition))).isEqualTo("Syntax errors in policy.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'DateGreaterThan':{'a':'soon'}}",
                "{'DateGreaterThan':{'a':'234-13'}}",
                "{'DateGreaterThan':{'a':'2016-02-30'}}",
                "{'DateGreaterThan':{'a':'9223372036854775808'}}",
                "{'NumericEquals':{'a':'ten'}}",
                "{'NumericEquals':{'a':'12345678901234567890123456789012345678901'}}",
                "{'NumericEquals':{'a':'${aws:username}'}}",
                "{'NumericEquals':{'a':' 10'}}",
                "{'NumericEquals':{'a':'10 '}}",
                "{'NumericEquals':{'a':'0x10'}}",
                "{'NumericEquals':{'a':'1e'}}",
                "{'NumericEquals':{'a':'e3'}}",
                "{'NumericEquals':{'a':'1e1.5'}}",
                "{'NumericEquals':{'a':'1e1000'}}",
                "{'NumericEquals':{'a':'1e3e3'}}",
                "{'NumericEquals':{'a':'NaN'}}",
                "{'NumericEquals':{'a':'1d'}}",
                "{'DateGreaterThan':{'a':'2016-13-01'}}",
                "{'DateGreaterThan':{'a':'2026/01/01'}}",
                "{'DateGreaterThan':{'a':'Thu, 01 Jan 2026 00:00:00 GMT'}}",
                "{'DateGreaterThan':{'a':'2016-12-13t2:00:00.593194+1'}}",
                "{'DateGreaterThan':{'a':'2016-12-13t2:00:00.1999999999+10:59'}}",
                "{'DateGreaterThan':{'a':'2016-12-13T24:00'}}",
                "{'DateGreaterThan':{'a':'2016-12-13T00:60'}}",
                "{'DateGreaterThan':{'a':'2016-366T00+24'}}",
                "{'DateGreaterThan':{'a':'2015-366'}}",
                "{'DateGreaterThan':{'a':'2016-W54'}}",
                "{'DateGreaterThan':{'a':'292278994-01'}}",
                "{'DateGreaterThan':{'a':'2016-01-01 00:00'}}",
                "{'Bool':{'a':'yes'}}",
                "{'Bool':{'a':'${aws:SecureTransport}'}}",
                "{'Null':{'a':'no'}}",
                "{'IpAddress':{'a':'10.0.0'}}",
                "{'IpAddress':{'a':'10.0.0.0/33'}}",
                "{'IpAddress':{'a':'10.0.0.0/'}}",
                "{'IpAddress':{'a':'10.0.0.010'}}",
                "{'IpAddress':{'a':'2001:db8::/129'}}",
                "{'IpAddress':{'a':'1:2:3:4:5:6:7::8:9'}}",
                "{'IpAddress':{'a':'fe80::1%eth0'}}",
                "{'IpAddress':{'a':'localhost'}}",
                "{'ArnLike':{'a':'arn:aws:dynamodb:*:table/prod-*'}}",
                "{'ArnLike':{'a':'${aws:PrincipalArn}'}}",
                "{'ArnNotLike':{'a':'arn:aws:iam::${aws:username}'}}",
                "{'ForAnyValue:ArnEqualsIfExists':{'a':['*','${aws:PrincipalArn, \\u0027arn:aws:s3:::b\\u0027}']}}",
                "{'ArnEquals':{'a':'arn:aws:s3:b'}}",
                "{'ArnEquals':{'a':'arn:aws:s3::b'}}",
                "{'ArnLike':{'a':'arn:*'}}",
                "{'ArnLike':{'a':'bucket'}}"
            })
    void refusesValuesThatAreNotOfTheOperatorsType(String condition) {
        assertThat(message(withCondition(condition))).isEqualTo("The policy failed legacy parsing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "!!!", "abc", "YWJj==", "YWI", "YWI=\\n", "YW-_", "YWJj YWJj"})
    void refusesBytesThatAreNotPaddedBase64(String value) {
        for (String operator : List.of("BinaryEquals", "BinaryEqualsIfExists", "ForAnyValue:BinaryEquals")) {
            assertThat(message(withCondition("{'%s':{'a':'%s'}}".formatted(operator, value))))
                    .isEqualTo("Syntax errors in policy.");
        }
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"${a:b, 'x}", "${a:b, x}", "${ a:b}", "${a:b,'x'", "${a${b:c}}", "${a:b*}"})
    void refusesMalformedVariablesInConditions(String value) {
        assertThat(message(withCondition("{'StringLike':{'a:b':\"%s\"}}".formatted(value.replace("'", "\\u0027")))))
                .isEqualTo("The policy variable in \"" + value + "\" is not well-formed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ":", "@", "[", "`", "{", " ", "\u00e9"})
    void refusesSidsWithOtherCharactersThanLettersAndDigits(String character) {
        assertThat(message(policy("'Sid':'%s','Effect':'Allow','Action':'*','Resource':'*'".formatted(character))))
                .startsWith("Statement IDs (SID) must be alpha-numeric.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "@", "[", "`", "{", "_", ",", "\u00e9"})
    void refusesVendorsWithOtherCharactersThanLettersDigitsHyphensAndPoints(String character) {
        assertThat(message(policy("'Effect':'Allow','Action':'a%s:Get','Resource':'*'".formatted(character))))
                .isEqualTo("Vendor a" + character + " is not valid");
    }

    @Test
    void refusesTwoStatementsWithOneSid() {
        String text =
                "{'Statement':[{'Sid':'a','Effect':'Allow','Action':'*','Resource':'*'},{'Sid':'a','Effect':'Deny'}]}";
        assertThat(message(text.replace('\'', '"')))
                .isEqualTo("Statement IDs (SID) in a single policy must be unique.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'Version':'2008-10-17',"})
    void refusesAnOldVersionWhereANewOneIsNeeded(String version) {
        String text = "{%s'Statement':{'Effect':'allow'}}".formatted(version).replace('\'', '"');
        assertThat(PolicyParser.parse(text, PolicyType.IDENTITY, LanguageVersion.V2012_10_17))
                .isEqualTo(new MalformedPolicy(
                        "Policy document must be version 2012-10-17 or greater.",
                        "Policy document must be version 2012-10-17 or greater.",
                        Position.START));
    }

    @Test
    void refusesTooLongATextBeforeReadingIt() {
        assertThat(message("{".repeat(PolicyParser.MAX_LENGTH + 1)))
                .isEqualTo("The policy is longer than 262144 characters.");
    }

    @Test
    void refusesDeepNesting() {
        assertThat(message("{\"Statement\":" + "[".repeat(100_000))).isEqualTo("Syntax errors in policy.");
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

    static Stream<String> accepted() {
        return Stream.of(
                policy("'Effect':'Allow','Action':'iam: some name ','Resource':'*'"),
                policy("'Sid':'09AZaz','Effect':'Allow','Action':'09-.AZaz:*','Resource':'*'"),
                policy("'Sid':'','Effect':'Deny','NotAction':['s3-a:*','s3.b:*'],'NotResource':['arn:aws:rds','*']"),
                policy("'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:eu-west-1:1:accesspoint/a/object/*'"),
                policy("'Effect':'Allow','Action':'*','Resource':['arn:aws:iam::*:root','arn:aws:iam::1:*']"),
                policy("'Resource':'arn:*:kms:*:${aws:PrincipalAccount}:key/*','Action':'*','Effect':'Allow'"),
                policy(
                        "'Effect':'Deny','Action':'*','Resource':['arn:aws:sqs:*:1','arn:aws:sqs:us-east-1:1','arn:aws:rds']"),
                policy(
                        "'Effect':'Deny','Action':'*','NotResource':['arn:aws:s3::*:b','arn:aws:s3:*:*:*','arn:aws:s3:*']"),
                policy(
                        "'Effect':'Deny','Action':'*','Resource':['arn:aws:cloudfront:us-east-1:1:x','arn:aws:waf:r:1:x']"),
                policy("'Effect':'Deny','Action':'*','Resource':'arn:aws:organizations:us-east-1:1:x'"),
                withCondition("{'NumericEquals':{'a':['10',10,'10.5','-1','1e3','1E+3','-1.5e-3',1e9]}}"),
                withCondition("{'DateLessThan':{'a':['2026','2026-01','2026-1-1','2026-01-01','2026-01-01T00:00Z']}}"),
                withCondition(
                        "{'DateLessThan':{'a':['2026-01-01T00:00:00','2026-01-01t00:00:00z','01T','2026-01-01T']}}"),
                withCondition("{'DateLessThan':{'a':['2016-12-13t2:00:00.593194+23','2026-01-01T00:00:00+09:00']}}"),
                withCondition(
                        "{'DateLessThan':{'a':['2026-01-01T00:00:00,5-0330','2026-1-1T5','2026-001','2026-w01-7']}}"),
                withCondition("{'BinaryEquals':{'a':['YWJj','YWJjZA==','YWI=','']}}"),
                withCondition(
                        "{'ArnLike':{'a':['*','arn:*:s3:::b','arn:aws:*:*:*:*','arn:aws:iam::1:user/${aws:username}']}}"),
                withCondition("{}"),
                withCondition("{'StringEquals':{}}"),
                withCondition("{'StringEquals':{'a':[]}}"),
                withCondition("{'ForAnyValue:StringLikeIfExists':{'a':['x','y']},'Null':{'a':true}}"),
                withCondition("{'DateLessThan':{'a':-292275054},'NumericEquals':{'a':[1,2.5]}}"),
                "\t\r\n {\"Id\":\"x\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"\\u002a\"}]} ");
    }

    @ParameterizedTest
    @MethodSource
    void accepted(String text) {
        assertThat(PolicyParser.parse(text, PolicyType.IDENTITY)).isInstanceOf(PolicyDocument.class);
    }

    @Test
    void keepsTheTextAndCountsItsSizeWithoutWhiteSpace() {
        String text = policy("'Effect':'Allow','Action':'*','Resource':'*'");
        PolicyDocument document = Policies.parsed(" \t" + text.replace(",", ",\r\n  "));
        assertThat(document.text()).startsWith(" \t{");
        assertThat(document.size()).isEqualTo(text.length());
    }

    @Test
    void whiteSpaceDoesNotCountForAPolicyOfTheGreatestSize() {
        String empty = policy("'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::'");
        String full = empty.replace(":::", ":::" + "b".repeat(6144 - empty.length()));
        assertThat(Policies.parsed(full.replace(",", "," + " ".repeat(4096))).size())
                .isEqualTo(6144);
    }

    @Test
    void keepsEveryElementOfAStatement() {
        PolicyDocument document = Policies.parsed(
                ("{'Version':'2012-10-17','Id':'P','Statement':[{'Sid':'S1','Effect':'Deny','NotAction':['iam:*','s3:*'],"
                                + "'NotResource':'*','Condition':{'NumericEquals':{'a:B':[1,'2']}}}]}")
                        .replace('\'', '"'));
        assertThat(document.id()).isEqualTo("P");
        assertThat(document.version()).isEqualTo(LanguageVersion.V2012_10_17);
        Statement statement = document.statements().getFirst();
        assertThat(statement.sid()).isEqualTo("S1");
        assertThat(statement.effect()).isEqualTo(Effect.DENY);
        assertThat(statement.actions().excluding()).isTrue();
        assertThat(statement.actions().terms()).extracting(Term::text).containsExactly("iam:*", "s3:*");
        assertThat(statement.resources().excluding()).isTrue();
        Condition condition = statement.conditions().getFirst();
        assertThat(condition.operatorName()).isEqualTo("NumericEquals");
        assertThat(condition.key()).isEqualTo("a:B");
        assertThat(condition.values()).extracting(Term::text).containsExactly("1", "2");
        assertThat(document.type()).isEqualTo(PolicyType.IDENTITY);
    }
}
