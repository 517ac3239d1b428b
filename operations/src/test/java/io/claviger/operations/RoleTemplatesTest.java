package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleTemplateVersion;

/** AWS's templates for roles, and roles that are made of them; the answers and refusals are as AWS's were recorded. */
class RoleTemplatesTest extends RoleTemplatesContract {

    private static final String BACKUP = TEMPLATES + "backup.amazonaws.com/AWSBackupDefaultServiceRoleTemplate:1";

    @Test
    void aTemplateShowsWhatItMakesARoleOf() {
        RoleTemplateVersion template =
                admin.getRoleTemplateVersion(get -> get.templateArn(POWER)).roleTemplateVersion();

        assertThat(template.templateArn()).isEqualTo(POWER);
        assertThat(template.templateName()).isEqualTo("PowerUserRoleTemplate");
        assertThat(template.templateVersionId()).isEqualTo("AVTAZKAPJZG4N6BGA67NU");
        assertThat(template.majorVersion()).isEqualTo(1);
        assertThat(template.minorVersion()).isZero();
        assertThat(template.defaultMinorVersion()).isZero();
        assertThat(template.managedByTypeAsString()).isEqualTo("Service");
        assertThat(template.managedByValue()).isEqualTo("iam.amazonaws.com");
        assertThat(template.enabled()).isTrue();
        assertThat(template.versionEnabled()).isTrue();
        assertThat(template.roleNamePattern()).isEqualTo("@{RoleName}");
        assertThat(template.rolePathPattern()).isNull();
        assertThat(template.roleDescriptionPattern()).isEqualTo("Power user role for @{AWSServiceName}");
        assertThat(template.assumeRolePolicyDocumentTemplate())
                .isEqualTo(LAMBDA_TRUST.replace("lambda.amazonaws.com", "@{AWSServiceName}"));
        assertThat(template.managedPolicyArns()).containsExactly("arn:aws:iam::aws:policy/PowerUserAccess");
        assertThat(template.hasInlinePolicyTemplates()).isFalse();
        assertThat(template.maxSessionDuration()).isEqualTo(3600);
        assertThat(template.createTimestamp()).isEqualTo("2026-06-12T02:57:08Z");
        assertThat(template.updateTimestamp()).isEqualTo("2026-06-12T02:57:08Z");
        assertThat(template.parametersDefinition())
                .extracting(parameter -> parameter.name() + " " + parameter.typeAsString() + " "
                        + parameter.isRequired() + " " + parameter.defaultValue() + " " + parameter.immutable())
                .containsExactly("AWSServiceName String true null false", "RoleName String false PowerUserRole false");
        assertThat(template.description()).startsWith("Creates a role that grants PowerUser permissions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                POWER,
                BACKUP,
                ROTATION,
                TEMPLATES + "datazone.amazonaws.com/AmazonSageMakerAdminIAMPermissiveExecutionRoleTemplate:1",
                TEMPLATES + "datazone.amazonaws.com/AmazonSageMakerUserIAMPermissiveExecutionRoleTemplate:1"
            })
    void everyTemplateOfAwsIsThere(String arn) {
        RoleTemplateVersion template = admin.getRoleTemplateVersion(
                        get -> get.templateArn(arn).minorVersion(0))
                .roleTemplateVersion();

        assertThat(template.templateArn()).isEqualTo(arn);
        assertThat(template.parametersDefinition()).isNotEmpty();
    }

    @Test
    void whatIsNoTemplateIsRefused() {
        String none = TEMPLATES + "logs.amazonaws.com/NoSuchTemplate:1";
        assertRefused(
                () -> admin.getRoleTemplateVersion(get -> get.templateArn(none)),
                "NoSuchEntity",
                "Role Template " + none + " cannot be found.");
        assertRefused(
                () -> admin.getRoleTemplateVersion(get -> get.templateArn(POWER).minorVersion(7)),
                "NoSuchEntity",
                "Role Template " + POWER + " cannot be found.");
        assertRefused(
                () -> admin.getRoleTemplateVersion(get -> get.templateArn(ADMINISTRATOR_ACCESS)),
                "InvalidInput",
                "ARN " + ADMINISTRATOR_ACCESS + " is not valid.");
        assertRefused(() -> acquire(none), "NoSuchEntity", "Role template not found in repository: " + none);
        assertRefused(
                () -> admin.acquireRole(acquire -> acquire.templateArn(POWER).templateMinorVersion(-1)),
                "NoSuchEntity",
                "Role template not found in repository: " + POWER);
        assertRefused(
                () -> acquire(ADMINISTRATOR_ACCESS), "InvalidInput", "ARN " + ADMINISTRATOR_ACCESS + " is not valid.");
    }

    @Test
    void aRoleIsMadeAsTheTemplateSays() {
        Role made = power();

        assertThat(made.arn()).isEqualTo(ARN + "role/power");
        assertThat(made.roleId()).startsWith("AROA");
        assertThat(made.assumeRolePolicyDocument()).isEqualTo(LAMBDA_TRUST);
        assertThat(made.description()).isNull();
        assertThat(made.sourceRoleTemplate()).isNull();
        Role role = admin.getRole(get -> get.roleName("power")).role();
        assertThat(role.description()).isEqualTo("Power user role for lambda.amazonaws.com");
        assertThat(role.maxSessionDuration()).isEqualTo(3600);
        assertThat(role.sourceRoleTemplate().templateArn()).isEqualTo(POWER);
        assertThat(role.sourceRoleTemplate().templateMinorVersion()).isZero();
        assertThat(admin.listAttachedRolePolicies(list -> list.roleName("power"))
                        .attachedPolicies())
                .extracting(AttachedPolicy::policyArn)
                .containsExactly("arn:aws:iam::aws:policy/PowerUserAccess");
        assertThat(admin.listRoles().roles().getFirst().sourceRoleTemplate()).isNull();
        assertThat(acquire(POWER, "AWSServiceName", "ec2.amazonaws.com").roleName())
                .isEqualTo("PowerUserRole");
    }

    @Test
    void aRoleHasItsPathAndItsPoliciesInline() {
        Role made = acquire(
                ROTATION,
                "accountId",
                ACCOUNT,
                "region",
                "us-east-1",
                "resourceType",
                "probe",
                "CMK_ENABLED",
                "True",
                "kmsKeyArn",
                "arn:aws:kms:us-east-1:1:key/a,arn:aws:kms:us-east-1:1:key/b");

        assertThat(made.path()).isEqualTo("/service-role/");
        assertThat(made.roleName()).isEqualTo("AWSSecretsManagerSecretRotationRole");
        assertThat(made.assumeRolePolicyDocument()).contains("{\"aws:SourceAccount\":\"" + ACCOUNT + "\"}");
        String policy = admin.getRolePolicy(
                        get -> get.roleName(made.roleName()).policyName("SecretRotationPermissionPolicy"))
                .policyDocument();
        assertThat(policy)
                .contains(
                        "\"Resource\":\"arn:aws:secretsmanager:us-east-1:" + ACCOUNT + ":secret:*\"",
                        "\"Resource\":[\"arn:aws:kms:us-east-1:1:key/a\",\"arn:aws:kms:us-east-1:1:key/b\"]",
                        "\"kms:ViaService\":\"secretsmanager.us-east-1.amazonaws.com\"")
                .doesNotContain("@", "AllowRotationAccess\"");
    }

    @Test
    void aStatementThatIsNotEnabledNeedsNoValues() {
        Role made = acquire(ROTATION, "accountId", ACCOUNT, "region", "us-east-1", "resourceType", "probe");

        assertThat(admin.getRolePolicy(
                                get -> get.roleName(made.roleName()).policyName("SecretRotationPermissionPolicy"))
                        .policyDocument())
                .contains("AllowPasswordGenerationAccessAdmin")
                .doesNotContain("kms");
    }

    @Test
    void valuesThatDoNotFitAreRefused() {
        assertRefused(
                () -> acquire(POWER),
                "InvalidInput",
                "Failed to render template: Parameter 'AWSServiceName' not found.");
        assertRefused(
                () -> acquire(POWER, "AWSServiceName", "a.amazonaws.com,b.amazonaws.com"),
                "ValidationError",
                "AWSServiceName replacement value must contain exactly one value, got 2");
        assertRefused(
                () -> acquire(POWER, "AWSServiceName", "lambda.amazonaws.com", "Unused", "x"),
                "InvalidInput",
                "Failed to render template: Unrecognized parameter: Unused");
        assertRefused(
                () -> acquire(POWER, "AWSServiceName", "not-a-service"),
                "MalformedPolicyDocument",
                "Invalid principal in policy: \"SERVICE\":\"not-a-service\"");
        assertRefused(
                () -> acquire(POWER, "AWSServiceName", "lambda.amazonaws.com", "RoleName", "a b"),
                "InvalidInput",
                "The role name a b is not valid.");
        assertThat(admin.listRoles().roles()).isEmpty();
    }
}
