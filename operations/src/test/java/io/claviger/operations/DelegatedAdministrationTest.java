package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;

/** Who may delegate rights within limits cannot leave them. */
class DelegatedAdministrationTest extends OnAWorkbench {

    @Test
    void aRoleMayBePassedToOneServiceOnly() {
        createRole("r");
        admin.createInstanceProfile(create -> create.instanceProfileName("p"));
        IamClient toMachines = passing("machines", "ec2.amazonaws.com");
        IamClient toFunctions = passing("functions", "lambda.amazonaws.com");

        Refusal refusal = Refusal.of(() -> toFunctions.addRoleToInstanceProfile(
                add -> add.instanceProfileName("p").roleName("r")));
        assertThat(refusal.text()).contains("is not authorized to perform: iam:PassRole on resource: role r");
        assertThatCode(() -> toMachines.addRoleToInstanceProfile(
                        add -> add.instanceProfileName("p").roleName("r")))
                .doesNotThrowAnyException();
    }

    private IamClient passing(String user, String service) {
        return bench.user(
                        user,
                        Documents.allow("iam:AddRoleToInstanceProfile", "*"),
                        Documents.allowIf("iam:PassRole", "{'StringEquals':{'iam:PassedToService':'" + service + "'}}"))
                .iam();
    }

    /** As AWS's guide has it for administrators who may hand on no more than a boundary allows. */
    @Test
    void whoMayOnlyMakeRolesWithinABoundaryLeavesItInNoWay() {
        String boundary = ownPolicy("boundary");
        String within = "{'StringEquals':{'iam:PermissionsBoundary':'" + boundary + "'}}";
        IamClient delegate = bench.user(
                        "delegate",
                        Documents.policy(
                                Documents.statement("Allow", "iam:CreateRole", "*", within),
                                Documents.statement("Allow", "iam:*RolePolicy", "*", within),
                                Documents.statement("Allow", "iam:UpdateAssumeRolePolicy", "*", within),
                                Documents.statement("Allow", "iam:DeleteRole", "*", within),
                                Documents.statement("Allow", "iam:*RolePermissionsBoundary", "*", within),
                                Documents.statement("Deny", "iam:DeleteRolePermissionsBoundary", "*")))
                .iam();
        createRole("free");

        delegate.createRole(create -> create.roleName("own")
                .permissionsBoundary(boundary)
                .assumeRolePolicyDocument(Documents.trust(ACCOUNT)));
        delegate.attachRolePolicy(attach -> attach.roleName("own").policyArn(ADMINISTRATOR_ACCESS));
        delegate.updateAssumeRolePolicy(update -> update.roleName("own").policyDocument(Documents.trust(ACCOUNT)));

        List<Runnable> escapes = List.of(
                () -> delegate.createRole(
                        create -> create.roleName("x").assumeRolePolicyDocument(Documents.trust(ACCOUNT))),
                () -> delegate.createRole(create -> create.roleName("x")
                        .permissionsBoundary(ADMINISTRATOR_ACCESS)
                        .assumeRolePolicyDocument(Documents.trust(ACCOUNT))),
                () -> delegate.putRolePermissionsBoundary(
                        put -> put.roleName("own").permissionsBoundary(ADMINISTRATOR_ACCESS)),
                () -> delegate.deleteRolePermissionsBoundary(delete -> delete.roleName("own")),
                () -> delegate.attachRolePolicy(
                        attach -> attach.roleName("free").policyArn(ADMINISTRATOR_ACCESS)),
                () -> delegate.putRolePolicy(
                        put -> put.roleName("free").policyName("p").policyDocument(Documents.ALLOW_ALL)),
                () -> delegate.updateAssumeRolePolicy(
                        update -> update.roleName("free").policyDocument(Documents.trust(ACCOUNT))),
                () -> delegate.deleteRole(delete -> delete.roleName("free")));
        assertThat(escapes)
                .allSatisfy(escape -> assertThat(Refusal.of(escape::run).code()).isEqualTo("AccessDenied"));
        delegate.detachRolePolicy(detach -> detach.roleName("own").policyArn(ADMINISTRATOR_ACCESS));
        delegate.deleteRole(delete -> delete.roleName("own"));
    }
}
