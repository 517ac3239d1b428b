package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a request breaks, in AWS's words. */
class ConstraintTest {

    private static final String ROLE = "RoleArn=arn:aws:iam::123456789012:role/reader";
    private static final String ARN_PATTERN =
            "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+";
    private static final String TAG_PATTERN = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+";

    static Stream<Arguments> broken() {
        return Stream.of(
                iam("CreateUser", "", one("Value at 'userName'", "Member must not be null")),
                iam("CreateUser", "UserName=" + "a".repeat(65), one("Value at 'userName'", atMost("length", 64))),
                iam(
                        "CreateUser",
                        "UserName=bad/name",
                        "The specified value for userName is invalid. It must contain only alphanumeric characters"
                                + " and/or the following: +=,.@_-"),
                iam(
                        "CreateUser",
                        "UserName=a&Path=bad",
                        "The specified value for path is invalid. It must begin and end with / and contain only"
                                + " alphanumeric characters and/or / characters."),
                iam(
                        "CreateUser",
                        "UserName=a&Path=/" + "a".repeat(511) + "/",
                        one("Value at 'path'", atMost("length", 512))),
                iam(
                        "ListPolicies",
                        "PathPrefix=/" + "a".repeat(512),
                        "The specified value for pathPrefix is invalid. It must begin with the / character and contain"
                                + " only alphanumeric characters and/or / characters."),
                iam(
                        "PutUserPolicy",
                        "UserName=a&PolicyName=b&PolicyDocument=%F0%9F%98%80",
                        "The specified value for policyDocument is invalid. It must contain only printable ASCII"
                                + " characters."),
                iam("DeletePolicy", "PolicyArn=arn:aws:iam::aws:x", one("Value at 'policyArn'", atLeast("length", 20))),
                iam(
                        "CreatePolicy",
                        "PolicyName=p&PolicyDocument=d&Description=two%0Alines",
                        one("Value at 'description'", pattern("[\\p{L}\\p{M}\\p{Z}\\p{S}\\p{N}\\p{P}]*"))),
                iam(
                        "CreatePolicy",
                        "PolicyName=p&PolicyDocument=d&Description=%01" + "a".repeat(1000),
                        "2 validation errors detected: "
                                + violation("Value at 'description'", atMost("length", 1000)) + "; "
                                + violation(
                                        "Value at 'description'", pattern("[\\p{L}\\p{M}\\p{Z}\\p{S}\\p{N}\\p{P}]*"))),
                iam(
                        "CreateRole",
                        "RoleName=r&AssumeRolePolicyDocument=d&Description=%07",
                        one(
                                "Value at 'description'",
                                pattern("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*"))),
                iam(
                        "TagUser",
                        "UserName=a&Tags.member.1.Key=k&Tags.member.1.Value=%00",
                        one("Value at 'tags.1.member.value'", pattern("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"))),
                iam(
                        "TagPolicy",
                        "PolicyArn=arn:aws:iam::123456789012:policy/p&Tags.member.1.Key=k&Tags.member.1.Value=a%0Ab",
                        one("Value at 'tags.1.member.value'", pattern("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"))),
                iam("ListUsers", "MaxItems=0", one("Value '0' at 'maxItems'", atLeast("value", 1))),
                iam("ListUsers", "MaxItems=1001", one("Value '1001' at 'maxItems'", atMost("value", 1000))),
                iam(
                        "UpdateAccessKey",
                        "AccessKeyId=AKIAIOSFODNN7EXAMPLE&Status=Off",
                        one("Value at 'status'", "Member must satisfy enum value set")),
                iam("ListPolicies", "Scope=Bogus", one("Value at 'scope'", "Member must satisfy enum value set")),
                iam(
                        "SimulateCustomPolicy",
                        "PolicyInputList.member.1=p&ActionNames.member.1=s3:GetObject"
                                + "&ContextEntries.member.1.ContextKeyType=text",
                        one("Value at 'contextEntries.1.member.contextKeyType'", "Member must satisfy enum value set")),
                iam(
                        "ListEntitiesForPolicy",
                        "PolicyArn=arn:aws:iam::123456789012:policy/p&EntityFilter=user&PolicyUsageFilter=Boundary",
                        "2 validation errors detected: "
                                + violation("Value at 'entityFilter'", "Member must satisfy enum value set") + "; "
                                + violation("Value at 'policyUsageFilter'", "Member must satisfy enum value set")),
                iam(
                        "TagUser",
                        "UserName=a&Tags.member.1.Key=bad%23key&Tags.member.1.Value=v",
                        one("Value at 'tags.1.member.key'", pattern(TAG_PATTERN))),
                iam(
                        "TagUser",
                        "UserName=a&Tags.member.1.Key=&Tags.member.1.Value=v",
                        "2 validation errors detected: "
                                + violation("Value at 'tags.1.member.key'", atLeast("length", 1)) + "; "
                                + violation("Value at 'tags.1.member.key'", pattern(TAG_PATTERN))),
                iam(
                        "TagUser",
                        "UserName=a&Tags.member.1.Key=k&Tags.member.1.Value=v&Tags.member.2.Value=v",
                        one("Value at 'tags.2.member.key'", "Member must not be null")),
                iam(
                        "TagUser",
                        "UserName=a&" + tags(50) + "&Tags.member.51.Key=bad%23&Tags.member.51.Value=v",
                        "2 validation errors detected: " + violation("Value at 'tags'", atMost("length", 50)) + "; "
                                + violation("Value at 'tags.51.member.key'", pattern(TAG_PATTERN))),
                iam(
                        "UntagUser",
                        "UserName=a&TagKeys.member.1=k&TagKeys.member.2=bad%23&TagKeys.member.3=bad*",
                        one(
                                "Value at 'tagKeys'",
                                "Member must satisfy constraint: [" + atMost("length", 128) + ", "
                                        + atLeast("length", 1) + ", " + pattern(TAG_PATTERN)
                                        + ", Member must not be null]")),
                iam(
                        "PutAccountProperties",
                        "Properties.entry.1.key=9&Properties.entry.1.value=v",
                        one(
                                "Value at 'properties'",
                                "Map keys must satisfy constraint: [" + atMost("length", 50) + ", "
                                        + atLeast("length", 1) + ", " + pattern("^[A-Za-z][A-Za-z0-9/_-]*$")
                                        + ", Member must not be null]")),
                iam(
                        "ChangePassword",
                        "OldPassword=hunter2&NewPassword=" + "p".repeat(129),
                        one("Value at 'newPassword'", atMost("length", 128))),
                sts("AssumeRole", "RoleSessionName=s1", one("Value null at 'roleArn'", "Member must not be null")),
                sts(
                        "AssumeRole",
                        "RoleArn=&RoleSessionName=s1",
                        "2 validation errors detected: " + violation("Value '' at 'roleArn'", pattern(ARN_PATTERN))
                                + "; " + violation("Value '' at 'roleArn'", atLeast("length", 20))),
                sts(
                        "AssumeRole",
                        ROLE + "&RoleSessionName=Session1:2",
                        one("Value 'Session1:2' at 'roleSessionName'", pattern("[\\w+=,.@-]*"))),
                sts(
                        "AssumeRole",
                        ROLE + "&RoleSessionName=s1&DurationSeconds=20",
                        one("Value '20' at 'durationSeconds'", atLeast("value", 900))),
                sts(
                        "AssumeRole",
                        ROLE + "&RoleSessionName=s1&TransitiveTagKeys.member.1=bad%23",
                        one(
                                "Value '[bad#]' at 'transitiveTagKeys'",
                                "Member must satisfy constraint: [" + atMost("length", 128) + ", "
                                        + atLeast("length", 1) + ", " + pattern(TAG_PATTERN)
                                        + ", Member must not be null]")),
                sts(
                        "AssumeRoleWithWebIdentity",
                        ROLE + "&RoleSessionName=s1&WebIdentityToken=abc",
                        one("Value at 'webIdentityToken'", atLeast("length", 4))),
                sts(
                        "AssumeRoleWithSAML",
                        ROLE + "&PrincipalArn=arn:aws:iam::123456789012:saml-provider/x",
                        one("Value null at 'sAMLAssertion'", "Member must not be null")));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenConstraintIsAnsweredInAwssWords(Service service, String operation, String form, String message) {
        assertThat(RequestDecoder.decode(WireTexts.operation(service, operation), WireTexts.form(form)))
                .isEqualTo(new Decoded.Invalid(new WireError("ValidationError", 400, message)));
    }

    @Test
    void lengthsCountCodePoints() {
        OperationModel tagUser = WireTexts.operation(Service.IAM, "TagUser");
        String letter = "%F0%90%8C%B0";
        assertThat(RequestDecoder.decode(tagUser, WireTexts.form(tag(letter.repeat(128)))))
                .isInstanceOf(Decoded.Request.class);
        assertThat(RequestDecoder.decode(tagUser, WireTexts.form(tag(letter.repeat(129)))))
                .isInstanceOf(Decoded.Invalid.class);
    }

    @Test
    void aMessageRepeatsNoMoreThanALittleOfTheValue() {
        String form = ROLE + "&RoleSessionName=" + "s".repeat(100_000);
        Decoded decoded = RequestDecoder.decode(WireTexts.operation(Service.STS, "AssumeRole"), WireTexts.form(form));
        assertThat(decoded.toString().length()).isBetween(2_048, 3_000);
    }

    private static String tag(String key) {
        return "UserName=a&Tags.member.1.Key=" + key + "&Tags.member.1.Value=";
    }

    private static String tags(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "Tags.member." + i + ".Key=k" + i + "&Tags.member." + i + ".Value=v")
                .collect(Collectors.joining("&"));
    }

    private static Arguments iam(String operation, String form, String message) {
        return Arguments.of(Service.IAM, operation, form, message);
    }

    private static Arguments sts(String operation, String form, String message) {
        return Arguments.of(Service.STS, operation, form, message);
    }

    private static String one(String value, String demand) {
        return "1 validation error detected: " + violation(value, demand);
    }

    private static String violation(String value, String demand) {
        return value + " failed to satisfy constraint: " + demand;
    }

    private static String atMost(String what, int bound) {
        return "Member must have " + what + " less than or equal to " + bound;
    }

    private static String atLeast(String what, int bound) {
        return "Member must have " + what + " greater than or equal to " + bound;
    }

    private static String pattern(String pattern) {
        return "Member must satisfy regular expression pattern: " + pattern;
    }
}
