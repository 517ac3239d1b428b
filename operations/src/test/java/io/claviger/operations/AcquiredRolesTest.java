package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** What AcquireTemplatedRole does to roles that are there, and the rights that it needs. */
class AcquiredRolesTest extends RoleTemplatesContract {

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
