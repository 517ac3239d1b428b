package io.claviger.iam.store;

import io.claviger.iam.RoleDeletion;
import java.util.List;
import java.util.Optional;

/** What can be asked about the deletion of service-linked roles; {@link Reading} says what holds for all answers. */
public interface RoleDeletionQueries {

    /** The task of this ID. */
    Optional<RoleDeletion> byTaskId(String accountId, String taskId);

    /** The task to delete the role of this unique ID. */
    Optional<RoleDeletion> ofRole(String roleId);

    /** Tasks of all accounts that are still to be done, the oldest first, at most so many. */
    List<RoleDeletion> pending(int limit);
}
