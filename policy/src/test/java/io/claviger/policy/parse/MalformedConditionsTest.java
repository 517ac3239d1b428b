package io.claviger.policy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedConditionsTest extends ParsedTexts {

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
    @ValueSource(strings = {"${a:b, 'x}", "${a:b, x}", "${ a:b}", "${a:b,'x'", "${a${b:c}}", "${a:b*}"})
    void refusesMalformedVariablesInConditions(String value) {
        assertThat(message(withCondition("{'StringLike':{'a:b':\"%s\"}}".formatted(value.replace("'", "\\u0027")))))
                .isEqualTo("The policy variable in \"" + value + "\" is not well-formed.");
    }
}
