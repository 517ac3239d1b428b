package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.ReplacementValueEntry;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleTemplateVersion;
import software.amazon.awssdk.services.iam.model.Tag;

/** AWS's templates for roles, and roles that are made of them; the answers and refusals are as AWS's were recorded. */
class RoleTemplatesTest extends OnAWorkbench {

    private static final String TEMPLATES = "arn:aws:iam::aws:role-template/";
    private static final String POWER = TEMPLATES + "iam.amazonaws.com/PowerUserRoleTemplate:1";
    private static final String BACKUP = TEMPLATES + "backup.amazonaws.com/AWSBackupDefaultServiceRoleTemplate:1";
    private static final String ROTATION =
            TEMPLATES + "secretsmanager.amazonaws.com/AWSSecretsManagerRotationRoleTemplate:1";
    private static final String LAMBDA_TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},\
        "Action":"sts:AssumeRole"}]}\
        """;

    private static Map<String, ReplacementValueEntry> values(String... namesAndValues) {
        Map<String, ReplacementValueEntry> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(
                    namesAndValues[i],
                    ReplacementValueEntry.builder()
                            .values(namesAndValues[i + 1].split(","))
                            .build());
        }
        return values;
    }

    private Role acquire(String template, String... namesAndValues) {
        return acquire(admin, template, namesAndValues);
    }

    private static Role acquire(IamClient client, String template, String... namesAndValues) {
        return client.acquireRole(acquire -> acquire.templateArn(template).replacementValues(values(namesAndValues)))
                .role();
    }

    private Role power() {
        return acquire(POWER, "AWSServiceName", "lambda.amazonaws.com", "RoleName", "power");
    }

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

    @Test
    void whoAcquiresTheSameAgainGetsTheSameRole() {
        Role made = power();
        admin.updateRole(
                update -> update.roleName("power").description("changed").maxSessionDuration(7200));
        admin.updateAssumeRolePolicy(update -> update.roleName("power").policyDocument("""
            {"Version": "2012-10-17", "Statement": {"Action": ["sts:AssumeRole"], "Effect": "Allow",
             "Principal": {"Service": ["lambda.amazonaws.com"]}}}\
            """));

        assertThat(power().roleId()).isEqualTo(made.roleId());
    }

    @Test
    void aRoleThatWasChangedIsNotManagedAnyMore() {
        power();
        String modified = "Role power has been modified since it was created and is no longer managed.";
        List<Runnable> changes = List.of(
                () -> admin.tagRole(tag -> tag.roleName("power")
                        .tags(Tag.builder().key("k").value("v").build())),
                () -> admin.untagRole(untag -> untag.roleName("power").tagKeys("k")),
                () -> admin.attachRolePolicy(attach -> attach.roleName("power").policyArn(READ_ONLY)),
                () -> admin.detachRolePolicy(detach -> detach.roleName("power").policyArn(READ_ONLY)),
                () -> admin.putRolePolicy(
                        put -> put.roleName("power").policyName("p").policyDocument(Documents.ALLOW_ALL)),
                () -> admin.deleteRolePolicy(delete -> delete.roleName("power").policyName("p")),
                () -> admin.putRolePermissionsBoundary(
                        put -> put.roleName("power").permissionsBoundary(READ_ONLY)),
                () -> admin.deleteRolePermissionsBoundary(delete -> delete.roleName("power")),
                () -> admin.updateAssumeRolePolicy(
                        update -> update.roleName("power").policyDocument(Documents.trust(ACCOUNT))),
                () -> admin.updateAssumeRolePolicy(
                        update -> update.roleName("power").policyDocument(LAMBDA_TRUST)));
        for (int i = 0; i < changes.size(); i += 2) {
            changes.get(i).run();
            assertRefused(this::power, "RoleModified", modified);
            changes.get(i + 1).run();
            assertThat(power().roleName()).isEqualTo("power");
        }
    }

    @Test
    void aNameThatAnotherRoleHasIsRefused() {
        power();
        String parameters = "A role with this name exists but was created with different parameters. Pass a unique"
                + " roleName to create a new role.";
        assertRefused(
                () -> acquire(POWER, "AWSServiceName", "ec2.amazonaws.com", "RoleName", "power"),
                "NameConflict",
                parameters);
        assertRefused(
                () -> acquire(POWER, "AWSServiceName", "lambda.amazonaws.com", "RoleName", "POWER"),
                "NameConflict",
                parameters);
        createRole("plain");
        assertRefused(
                () -> acquire(POWER, "AWSServiceName", "lambda.amazonaws.com", "RoleName", "plain"),
                "NameConflict",
                "A role with this name already exists in the account but was not created from this template. Choose a"
                        + " different role name, or remove the existing role if it is no longer needed.");
    }

    @Test
    void aRoleThatWasDeletedIsMadeAgain() {
        Role made = power();
        admin.detachRolePolicy(detach -> detach.roleName("power").policyArn("arn:aws:iam::aws:policy/PowerUserAccess"));
        admin.deleteRole(delete -> delete.roleName("power"));

        assertThat(power().roleId()).isNotEqualTo(made.roleId());
    }

    @Test
    void acquiringNeedsTheRightsOfAllThatItDoes() {
        IamClient user = bench.user("user").iam();
        String[] asked = {"AWSServiceName", "lambda.amazonaws.com", "RoleName", "power"};
        String subject = "User: " + ARN + "user/user is not authorized to perform: ";

        assertThat(Refusal.of(() -> user.getRoleTemplateVersion(get -> get.templateArn(POWER)))
                        .text())
                .isEqualTo(subject + "iam:GetRoleTemplateVersion on resource: role-template " + POWER
                        + " because no identity-based policy allows the iam:GetRoleTemplateVersion action");
        assertThat(Refusal.of(() -> acquire(user, POWER, asked)).text())
                .isEqualTo(subject + "iam:GetRoleTemplateVersion on resource: role template " + POWER
                        + " because no identity-based policy allows the iam:GetRoleTemplateVersion action");
        allow("read", Documents.allow("iam:GetRoleTemplateVersion", POWER));
        assertThat(Refusal.of(() -> acquire(user, POWER, asked)).text())
                .startsWith(subject + "iam:CreateRole on resource: " + ARN + "role/power because");
        String ofTheTemplate = "{'ArnEquals':{'iam:RoleTemplateARN':'" + POWER + "'}}";
        allow("create", Documents.allowIf("iam:CreateRole", ofTheTemplate));
        assertThat(Refusal.of(() -> acquire(user, POWER, asked)).text())
                .isEqualTo(subject + "iam:AttachRolePolicy on resource: role/power because no identity-based policy"
                        + " allows the iam:AttachRolePolicy action");
        assertThat(admin.listRoles().roles()).isEmpty();
        allow(
                "attach",
                Documents.allowIf(
                        "iam:AttachRolePolicy",
                        "{'ArnEquals':{'iam:PolicyARN':'arn:aws:iam::aws:policy/PowerUserAccess','iam:RoleTemplateARN':'"
                                + POWER + "'}}"));
        assertThat(acquire(user, POWER, asked).roleName()).isEqualTo("power");
        assertThat(Refusal.of(() -> acquire(user, POWER, asked)).text())
                .isEqualTo(subject + "iam:GetRole on resource: role power because no identity-based policy allows the"
                        + " iam:GetRole action");
        allow("get", Documents.allowIf("iam:GetRole", ofTheTemplate));
        assertThat(acquire(user, POWER, asked).roleName()).isEqualTo("power");
        assertThat(Refusal.of(() -> user.createRole(
                                create -> create.roleName("other").assumeRolePolicyDocument(LAMBDA_TRUST)))
                        .code())
                .as("without the template")
                .isEqualTo("AccessDenied");
    }

    private void allow(String name, String document) {
        admin.putUserPolicy(put -> put.userName("user").policyName(name).policyDocument(document));
    }

    @Test
    void aPolicyInlineNeedsARightToo() {
        bench.user("user", Documents.allBut("iam:PutRolePolicy", "*"));

        assertThat(Refusal.of(() -> acquire(
                                bench.keyOf("user").iam(),
                                ROTATION,
                                "accountId",
                                ACCOUNT,
                                "region",
                                "us-east-1",
                                "resourceType",
                                "probe"))
                        .text())
                .contains("iam:PutRolePolicy on resource: role/AWSSecretsManagerSecretRotationRole with an explicit"
                        + " deny");
    }
}
