package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContextKeyNamesTest extends OnASimulator {

    private List<String> names(String... policies) {
        return admin.getContextKeysForCustomPolicy(get -> get.policyInputList(policies))
                .contextKeyNames();
    }

    @Test
    void variablesOfResourcesComeBeforeConditions() {
        // The example of AWS's documentation.
        assertThat(names("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"dynamodb:*\","
                        + "\"Resource\":\"arn:aws:dynamodb:us-west-2:123456789012:table/${aws:username}\",\"Condition\":"
                        + "{\"DateGreaterThan\":{\"aws:CurrentTime\":\"2015-08-16T12:00:00Z\"}}}}"))
                .containsExactly("aws:username", "aws:CurrentTime");
    }

    @Test
    void aKeyIsToldOnceAsItIsFirstWritten() {
        assertThat(names(
                        ifKeyIs(READ, "'StringEquals':{'AWS:SourceIp':'${aws:PrincipalTag/Team}'}"),
                        ifKeyIs(READ, "'StringEquals':{'aws:sourceip':'a','aws:PrincipalTag/team':'b'}")))
                .containsExactly("AWS:SourceIp", "aws:PrincipalTag/Team");
    }

    @Test
    void anOldPolicyHasNoVariables() {
        assertThat(names(
                        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::${x:y}\"}}"))
                .isEmpty();
    }

    @Test
    void aResourcesPolicyIsReadToo() {
        assertThat(names("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\","
                        + "\"Condition\":{\"StringEquals\":{\"aws:username\":\"a\"}}}}"))
                .containsExactly("aws:username");
    }

    @Test
    void whatIsNoPolicyIsRefused() {
        assertRefused(
                () -> names(ALLOW_READ, ifKeyIs(READ, "'MadeUp':{'aws:username':'a'}")),
                "InvalidInput",
                "Policy input list item 2 has invalid content: There is no condition operator MadeUp"
                        + " (line 1, column 108)");
    }

    @Test
    void ofAUserTheyAreThoseOfAllItsPoliciesAndItsBoundary() {
        String boundary = admin.createPolicy(create ->
                        create.policyName("b").policyDocument(ifKeyIs(READ, "'StringEquals':{'x:boundary':'a'}")))
                .policy()
                .arn();
        admin.createUser(create -> create.userName("bob").permissionsBoundary(boundary));
        admin.createGroup(create -> create.groupName("g"));
        admin.addUserToGroup(add -> add.userName("bob").groupName("g"));
        admin.putUserPolicy(put ->
                put.userName("bob").policyName("p").policyDocument(ifKeyIs(READ, "'StringEquals':{'x:user':'a'}")));
        admin.putGroupPolicy(put ->
                put.groupName("g").policyName("p").policyDocument(ifKeyIs(READ, "'StringEquals':{'x:group':'a'}")));
        String further = ifKeyIs(READ, "'StringEquals':{'x:further':'a','x:USER':'a'}");

        assertThat(admin.getContextKeysForPrincipalPolicy(
                                get -> get.policySourceArn(ARN + "user/bob").policyInputList(further))
                        .contextKeyNames())
                .containsExactly("x:user", "x:group", "x:boundary", "x:further");
        assertThat(admin.getContextKeysForPrincipalPolicy(get -> get.policySourceArn(ARN + "group/g"))
                        .contextKeyNames())
                .containsExactly("x:group");
    }
}
