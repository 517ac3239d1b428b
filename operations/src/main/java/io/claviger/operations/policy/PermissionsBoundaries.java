package io.claviger.operations.policy;

import io.claviger.operations.gate.Operation;
import io.claviger.operations.policy.BoundaryRows.Put;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryResponse;

/**
 * Permissions boundaries: put, delete. Who may put one can be limited to certain boundaries, and who may delete one
 * likewise, by the condition key {@code iam:PermissionsBoundary}: it is the boundary asked for, or the one there is.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions
 *     boundaries</a>
 */
public final class PermissionsBoundaries {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                BoundaryRows.OF_USERS.put(
                        "iam:PutUserPermissionsBoundary",
                        PutUserPermissionsBoundaryRequest.class,
                        put -> new Put(put.userName(), put.permissionsBoundary()),
                        () -> PutUserPermissionsBoundaryResponse.builder().build()),
                BoundaryRows.OF_ROLES.put(
                        "iam:PutRolePermissionsBoundary",
                        PutRolePermissionsBoundaryRequest.class,
                        put -> new Put(put.roleName(), put.permissionsBoundary()),
                        () -> PutRolePermissionsBoundaryResponse.builder().build()),
                BoundaryRows.OF_USERS.delete(
                        "iam:DeleteUserPermissionsBoundary",
                        DeleteUserPermissionsBoundaryRequest.class,
                        DeleteUserPermissionsBoundaryRequest::userName,
                        () -> DeleteUserPermissionsBoundaryResponse.builder().build()),
                BoundaryRows.OF_ROLES.delete(
                        "iam:DeleteRolePermissionsBoundary",
                        DeleteRolePermissionsBoundaryRequest.class,
                        DeleteRolePermissionsBoundaryRequest::roleName,
                        () -> DeleteRolePermissionsBoundaryResponse.builder().build()));
    }
}
