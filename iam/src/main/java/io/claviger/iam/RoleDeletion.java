package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * The task to delete a service-linked role. It is kept when the role is gone.
 *
 * @param taskId {@code task/aws-service-role/SERVICE/NAME/UUID}
 * @param roleId the unique ID of the role
 */
public record RoleDeletion(String accountId, String taskId, String roleId, Instant submitted, Status status)
        implements Entity {

    /** How far a task is: the role is deleted at once, so nobody sees it half deleted. */
    public enum Status {
        NOT_STARTED,
        SUCCEEDED
    }

    /** The same task, done. */
    public RoleDeletion done() {
        return new RoleDeletion(accountId, taskId, roleId, submitted, Status.SUCCEEDED);
    }

    @Override
    public List<String> touches() {
        return List.of(roleId);
    }
}
