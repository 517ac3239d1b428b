package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.RoleDeletion;
import io.claviger.operations.role.RoleDeletions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.Role;

class RoleDeletionTasksTest extends OnAWorkbench {

    private static final String ECS = "AWSServiceRoleForECS";

    private Role link(String service) {
        return admin.createServiceLinkedRole(create -> create.awsServiceName(service))
                .role();
    }

    @Test
    void aDeletionIsATaskWhoseStatusStaysKnown() {
        link("batch.amazonaws.com");
        String taskId = delete("AWSServiceRoleForBatch");

        assertThat(taskId).matches("task/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch/[0-9a-f-]{36}");
        assertThat(status(taskId)).isEqualTo(DeletionTaskStatusType.SUCCEEDED);
        assertRefused(
                () -> admin.getRole(get -> get.roleName("AWSServiceRoleForBatch")),
                "NoSuchEntity",
                "The role with name AWSServiceRoleForBatch cannot be found.");

        link("batch.amazonaws.com");
        assertThat(delete("AWSServiceRoleForBatch")).isNotEqualTo(taskId);
    }

    private String delete(String roleName) {
        return admin.deleteServiceLinkedRole(delete -> delete.roleName(roleName))
                .deletionTaskId();
    }

    private DeletionTaskStatusType status(String taskId) {
        return admin.getServiceLinkedRoleDeletionStatus(get -> get.deletionTaskId(taskId))
                .status();
    }

    @Test
    void aTaskThatAProcessLeftUndoneIsAnsweredAgainAndDoneByTheNext() {
        Role role = link("batch.amazonaws.com");
        String taskId = "task/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch/"
                + "11111111-2222-3333-4444-555555555555";
        bench.insert(
                new RoleDeletion(ACCOUNT, taskId, role.roleId(), Workbench.START, RoleDeletion.Status.NOT_STARTED));

        assertThat(status(taskId)).isEqualTo(DeletionTaskStatusType.NOT_STARTED);
        new RoleDeletions(bench.store, Runnable::run).run();
        assertThat(status(taskId)).isEqualTo(DeletionTaskStatusType.SUCCEEDED);
        assertThat(admin.listRoles().roles()).isEmpty();
    }

    @Test
    void aSecondDeletionBeforeTheFirstIsDoneAnswersTheFirstOnesTask() {
        Role role = link("batch.amazonaws.com");
        String taskId = "task/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch/"
                + "11111111-2222-3333-4444-555555555555";
        bench.insert(
                new RoleDeletion(ACCOUNT, taskId, role.roleId(), Workbench.START, RoleDeletion.Status.NOT_STARTED));

        assertThat(delete("AWSServiceRoleForBatch")).isEqualTo(taskId);
        assertThat(status(taskId)).isEqualTo(DeletionTaskStatusType.SUCCEEDED);
    }

    @Test
    void aRoleOfOnesOwnIsNoServiceLinkedRoleAndNoTaskIsMadeUp() {
        createRole("own");

        assertRefused(() -> delete("own"), "NoSuchEntity", "The service-linked role with name own cannot be found.");
        assertRefused(() -> delete("none"), "NoSuchEntity", "The role with name none cannot be found.");
        String unknown = "task/aws-service-role/ecs.amazonaws.com/" + ECS + "/11111111-2222-3333-4444-555555555555";
        assertRefused(
                () -> status(unknown), "NoSuchEntity", "The deletion task with ID " + unknown + " cannot be found.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "task/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
                "task/other/ecs.amazonaws.com/AWSServiceRoleForECS/11111111-2222-3333-4444-555555555555"
            })
    void whatIsNoTaskIdIsRefused(String taskId) {
        assertRefused(() -> status(taskId), "InvalidInput", "Invalid deletion task ID: " + taskId);
    }

    @Test
    void theStatusOfATaskNeedsTheRightOnItsRole() {
        link("batch.amazonaws.com");
        String taskId = delete("AWSServiceRoleForBatch");
        String role = ARN + "role/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch";
        IamClient asker = bench.user("asker", Documents.allow("iam:GetServiceLinkedRoleDeletionStatus", role))
                .iam();

        assertThat(asker.getServiceLinkedRoleDeletionStatus(get -> get.deletionTaskId(taskId))
                        .status())
                .isEqualTo(DeletionTaskStatusType.SUCCEEDED);
        assertDenied(
                () -> asker.getServiceLinkedRoleDeletionStatus(
                        get -> get.deletionTaskId(taskId.replace("Batch", "Other"))),
                "User: " + ARN + "user/asker is not authorized to perform: iam:GetServiceLinkedRoleDeletionStatus on "
                        + "resource: role AWSServiceRoleForOther because no identity-based policy allows the "
                        + "iam:GetServiceLinkedRoleDeletionStatus action");
    }

    @Test
    void anotherAccountKnowsNothingOfATask() {
        link("batch.amazonaws.com");
        String taskId = delete("AWSServiceRoleForBatch");

        assertRefused(
                () -> bench.otherAdministrator()
                        .iam()
                        .getServiceLinkedRoleDeletionStatus(get -> get.deletionTaskId(taskId)),
                "NoSuchEntity",
                "The deletion task with ID " + taskId + " cannot be found.");
    }
}
