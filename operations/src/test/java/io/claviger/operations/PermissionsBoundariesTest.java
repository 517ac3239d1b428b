package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.User;

class PermissionsBoundariesTest extends OnAWorkbench {

    @Test
    void aBoundaryIsPutReplacedAndDeleted() {
        createUsers("bob");
        String own = ownPolicy("own");

        put("BOB", own);
        assertThat(bob().permissionsBoundary().permissionsBoundaryArn()).isEqualTo(own);
        assertThat(bob().permissionsBoundary().permissionsBoundaryTypeAsString())
                .isEqualTo("Policy");
        assertThat(boundaryUses(own)).isEqualTo(1);

        put("bob", own);
        put("bob", READ_ONLY);
        assertThat(bob().permissionsBoundary().permissionsBoundaryArn()).isEqualTo(READ_ONLY);
        assertThat(boundaryUses(own)).isZero();
        assertThat(boundaryUses(READ_ONLY)).isEqualTo(1);

        admin.deleteUserPermissionsBoundary(delete -> delete.userName("Bob"));
        assertThat(bob().permissionsBoundary()).isNull();
        assertThat(boundaryUses(READ_ONLY)).isZero();
        admin.deleteUserPermissionsBoundary(delete -> delete.userName("bob"));
        assertThat(bob().permissionsBoundary()).isNull();
    }

    @Test
    void aBoundaryBindsFromTheNextRequestOn() {
        IamClient bob = bench.user("bob", Documents.ALLOW_ALL).iam();
        assertThat(bob.listUsers().users()).hasSize(2);

        put("bob", ownPolicy("nothing-of-iam"));
        assertDenied(
                bob::listUsers,
                "User: " + ARN + "user/bob is not authorized to perform: iam:ListUsers on resource: " + ARN
                        + "user/ because no permissions boundary allows the iam:ListUsers action");

        admin.deleteUserPermissionsBoundary(delete -> delete.userName("bob"));
        assertThat(bob.listUsers().users()).hasSize(2);
    }

    @Test
    void aPolicyForServicesBoundsNobody() {
        createUsers("bob");
        createRole("r");
        String forServices = "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy";

        assertRefused(
                () -> put("bob", forServices),
                "PolicyNotAttachable",
                "Cannot attach a Service Role Policy to a Customer User.");
        assertRefused(
                () -> admin.putRolePermissionsBoundary(
                        boundary -> boundary.roleName("r").permissionsBoundary(forServices)),
                "PolicyNotAttachable",
                "Cannot attach a Service Role Policy to a Customer Role.");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, arn:aws:iam::aws:policy/ReadOnlyAccess, The user with name nobody cannot be found.",
        "bob, arn:aws:iam::123456789012:policy/none, 'Scope ARN: arn:aws:iam::123456789012:policy/none does not exist or is not attachable.'",
        "bob, arn:aws:iam::aws:policy/None, 'Scope ARN: arn:aws:iam::aws:policy/None does not exist or is not attachable.'",
        "bob, arn:aws:iam::999999999999:policy/own, 'Scope ARN: arn:aws:iam::999999999999:policy/own does not exist or is not attachable.'"
    })
    void userAndPolicyMustBeThere(String user, String boundary, String text) {
        createUsers("bob");
        ownPolicy("own");

        assertRefused(() -> put(user, boundary), "NoSuchEntity", text);
        assertThat(bob().permissionsBoundary()).isNull();
        assertRefused(
                () -> admin.deleteUserPermissionsBoundary(delete -> delete.userName("nobody")),
                "NoSuchEntity",
                "The user with name nobody cannot be found.");
    }

    @Test
    void theRoleMustBeThere() {
        String message = "The role with name nobody cannot be found.";
        assertRefused(
                () -> admin.putRolePermissionsBoundary(
                        put -> put.roleName("nobody").permissionsBoundary(READ_ONLY)),
                "NoSuchEntity",
                message);
        assertRefused(
                () -> admin.deleteRolePermissionsBoundary(delete -> delete.roleName("nobody")),
                "NoSuchEntity",
                message);
    }

    /** The delegation of AWS's guide: users within a certain boundary, and no other. */
    @Test
    void theRightCanBeLimitedToABoundary() {
        createUsers("bob");
        String allowed = ownPolicy("allowed");
        String other = ownPolicy("other");
        IamClient eve =
                bench.user("eve", Documents.policy("""
                                {"Effect":"Allow","Action":"iam:*UserPermissionsBoundary","Resource":"*",\
                                "Condition":{"StringEquals":{"iam:PermissionsBoundary":"%s"}}}""".formatted(allowed))).iam();
        String denied =
                "User: " + ARN + "user/eve is not authorized to perform: iam:%s on resource: user bob because no"
                        + " identity-based policy allows the iam:%1$s action";

        assertDenied(
                () -> eve.putUserPermissionsBoundary(put -> put.userName("bob").permissionsBoundary(other)),
                denied.formatted("PutUserPermissionsBoundary"));
        eve.putUserPermissionsBoundary(put -> put.userName("bob").permissionsBoundary(allowed));
        eve.deleteUserPermissionsBoundary(delete -> delete.userName("bob"));
        put("bob", other);
        assertDenied(
                () -> eve.deleteUserPermissionsBoundary(delete -> delete.userName("bob")),
                denied.formatted("DeleteUserPermissionsBoundary"));
    }

    private void put(String user, String boundary) {
        admin.putUserPermissionsBoundary(put -> put.userName(user).permissionsBoundary(boundary));
    }

    private User bob() {
        return admin.getUser(get -> get.userName("bob")).user();
    }

    private int boundaryUses(String arn) {
        return admin.getPolicy(get -> get.policyArn(arn)).policy().permissionsBoundaryUsageCount();
    }
}
