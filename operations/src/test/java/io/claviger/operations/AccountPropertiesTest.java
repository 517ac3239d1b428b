package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.Role;

class AccountPropertiesTest extends OnAWorkbench {

    private static final String ENABLED = "RoleManager/Enabled";
    private static final String ROLE = "AWSServiceRoleForIAMRoleManager";

    private void put(Map<String, String> properties) {
        admin.putAccountProperties(put -> put.properties(properties));
    }

    private Map<String, String> properties() {
        return admin.getAccountProperties(get -> {}).properties();
    }

    @Test
    void roleManagerIsOffUntilItIsSwitchedOn() {
        assertThat(properties()).containsExactly(Map.entry(ENABLED, "false"));
        put(Map.of(ENABLED, "true"));
        assertThat(properties()).containsExactly(Map.entry(ENABLED, "true"));
        put(Map.of(ENABLED, "false", "RoleManager/Other", "ignored"));
        assertThat(properties()).containsExactly(Map.entry(ENABLED, "false"));
        assertThat(bench.otherAdministrator()
                        .iam()
                        .getAccountProperties(get -> {})
                        .properties())
                .containsEntry(ENABLED, "false");
    }

    @Test
    void switchingItOnMakesTheRoleThatAwsLinksToItOnce() {
        put(Map.of(ENABLED, "true"));
        Role role = admin.getRole(get -> get.roleName(ROLE)).role();
        assertThat(role.arn()).isEqualTo(ARN + "role/aws-service-role/role-manager.iam.amazonaws.com/" + ROLE);
        assertThat(admin.listAttachedRolePolicies(list -> list.roleName(ROLE)).attachedPolicies())
                .extracting(policy -> policy.policyName())
                .containsExactly("AWSIAMRoleManagerServiceRolePolicy");
        put(Map.of(ENABLED, "false"));
        put(Map.of(ENABLED, "true"));
        assertThat(admin.getRole(get -> get.roleName(ROLE)).role().roleId()).isEqualTo(role.roleId());
    }

    @ParameterizedTest
    @CsvSource({
        "RoleManager, true, Property key must be in format Namespace/PropertyName: RoleManager",
        "Other/Enabled, true, Unsupported namespace: Other",
        "RoleManager/Other, true, RoleManager namespace requires Enabled property",
        "RoleManager/Enabled/Other, true, RoleManager namespace requires Enabled property",
        "RoleManager/Enabled, TRUE, Enabled must be 'true' or 'false'",
        "RoleManager/Enabled, 'true ', Enabled must be 'true' or 'false'",
        "RoleManager/Enabled, 1, Enabled must be 'true' or 'false'"
    })
    void otherPropertiesAreRefused(String key, String value, String text) {
        assertRefused(() -> put(Map.of(key, value)), "InvalidInput", text.replace("''", "'"));
    }

    @Test
    void propertiesOfOneRequestAreOfOneNamespace() {
        assertRefused(
                () -> put(Map.of(ENABLED, "true", "Other/Enabled", "true")),
                "InvalidInput",
                "All properties must belong to the same namespace");
    }

    @Test
    void switchingItOnNeedsTheRightToMakeTheRole() {
        Actor limited = bench.user("limited", """
                {"Version": "2012-10-17", "Statement": {
                  "Effect": "Allow",
                  "Action": ["iam:PutAccountProperties", "iam:GetAccountProperties"],
                  "Resource": "*",
                  "Condition": {"ForAllValues:StringEquals": {"iam:AccountPropertyNamespaces": "RoleManager"}}}}""");

        assertRefused(
                () -> limited.iam().putAccountProperties(put -> put.properties(Map.of(ENABLED, "true"))),
                "AccessDenied",
                "User: " + ARN + "user/limited is not authorized to perform: iam:CreateServiceLinkedRole on resource: "
                        + ARN + "role/aws-service-role/role-manager.iam.amazonaws.com/" + ROLE
                        + " because no identity-based policy allows the iam:CreateServiceLinkedRole action");
        limited.iam().putAccountProperties(put -> put.properties(Map.of(ENABLED, "false")));
        assertThat(limited.iam().getAccountProperties(get -> {}).properties()).containsEntry(ENABLED, "false");
        assertThat(Refusal.of(() ->
                                limited.iam().putAccountProperties(put -> put.properties(Map.of("Other/Enabled", "x"))))
                        .code())
                .isEqualTo("AccessDenied");
    }
}
