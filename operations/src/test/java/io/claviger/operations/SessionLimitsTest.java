package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Tag;

class SessionLimitsTest extends AssumeRoleContract {

    private static final Tag TEAM = Tag.builder().key("Team").value("blue").build();

    @Test
    void aSessionLastsAsLongAsTheRoleAllowsAndAnHourWhenChained() {
        createRole("r");
        assertRefused(
                () -> assume(alice, "r", request -> request.durationSeconds(3601)),
                "ValidationError",
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        admin.updateRole(update -> update.roleName("r").maxSessionDuration(7200));
        assume(alice, "r", request -> request.durationSeconds(7200));

        roleThatMay("first", "sts:*");
        assertRefused(
                () -> assume(session(alice, "first"), "r", request -> request.durationSeconds(3601)),
                "ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        assertThat(session(session(alice, "first"), "r")
                        .sts()
                        .getCallerIdentity()
                        .arn())
                .endsWith(":assumed-role/r/night-shift");
    }

    @Test
    void sessionPoliciesLimitTheSession() {
        roleThatMay("r", "iam:*");
        Actor limited = actor(assume(alice, "r", request -> request.policy(Documents.allow("iam:ListUsers", "*")))
                .credentials());
        limited.iam().listUsers();
        assertRefused(
                () -> limited.iam().listGroups(),
                "AccessDenied",
                "User: arn:aws:sts::" + ACCOUNT
                        + ":assumed-role/r/night-shift is not authorized to perform: iam:ListGroups on resource: " + ARN
                        + "group/ because no session policy allows the iam:ListGroups action");

        Actor reader = actor(assume(alice, "r", request -> request.policyArns(policy(READ_ONLY)))
                .credentials());
        reader.iam().listUsers();
        assertThat(Refusal.of(() -> reader.iam().createUser(create -> create.userName("x")))
                        .code())
                .isEqualTo("AccessDenied");
    }

    @Test
    void sessionPoliciesThatAreNoneOrTooLongAreRefused() {
        createRole("r");
        assertRefused(
                () -> assume(alice, "r", request -> request.policy("{")),
                "MalformedPolicyDocument",
                "Syntax errors in policy.");
        assertRefused(
                () -> assume(alice, "r", request -> request.policyArns(policy(ARN + "policy/none"))),
                "MalformedPolicyDocument",
                "Policy " + ARN + "policy/none does not exist or is not attachable.");
        assertRefused(
                () -> assume(alice, "r", request -> request.policy(Documents.ofSize(4096))),
                "PackedPolicyTooLarge",
                "Packed policy consumes 200% of allotted space, please use smaller policy.");
    }

    @Test
    void sessionTagsAreTagsOfThePrincipalAndNeedTheRightToTag() {
        createRole("r");
        assertRefused(
                () -> assume(alice, "r", request -> request.tags(TEAM)),
                "AccessDenied",
                "User: " + ARN + "user/alice is not authorized to perform: sts:TagSession on resource: " + ARN
                        + "role/r because no role trust policy allows the sts:TagSession action");
        admin.updateAssumeRolePolicy(update -> update.roleName("r")
                .policyDocument(Documents.trustIf(ACCOUNT, "sts:AssumeRole\",\"sts:TagSession", "{}")
                        .replace(
                                "\"Action\":\"sts:AssumeRole\",\"sts:TagSession\"",
                                "\"Action\":[\"sts:AssumeRole\",\"sts:TagSession\"]")));
        admin.putRolePolicy(put -> put.roleName("r")
                .policyName("p")
                .policyDocument(
                        Documents.allowIf("iam:ListUsers", "{'StringEquals':{'aws:PrincipalTag/team':'blue'}}")));

        AssumeRoleResponse tagged = assume(alice, "r", request -> request.tags(TEAM));
        actor(tagged.credentials()).iam().listUsers();
        assertThat(Refusal.of(() -> session(alice, "r").iam().listUsers()).code())
                .isEqualTo("AccessDenied");
    }

    @Test
    void tagsThatAreReservedGivenTwiceOrHalfTransitiveAreRefused() {
        createRole("r");
        admin.updateAssumeRolePolicy(update -> update.roleName("r")
                .policyDocument(Documents.trust(ACCOUNT)
                        .replace("\"sts:AssumeRole\"", "[\"sts:AssumeRole\",\"sts:TagSession\"]")));
        Tag reserved = Tag.builder().key("AWS:x").value("1").build();
        Tag again = Tag.builder().key("TEAM").value("red").build();

        assertRefused(
                () -> assume(alice, "r", request -> request.tags(reserved)),
                "InvalidParameterValue",
                "Tag keys that begin with aws: are reserved for system use.");
        assertRefused(
                () -> assume(alice, "r", request -> request.tags(TEAM, again)),
                "InvalidParameterValue",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        assertRefused(
                () -> assume(alice, "r", request -> request.tags(TEAM).transitiveTagKeys("Other")),
                "InvalidParameterValue",
                "The specified transitive tag key must be included in the requested tags.");
    }
}
