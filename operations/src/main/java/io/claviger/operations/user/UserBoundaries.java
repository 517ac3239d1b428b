package io.claviger.operations.user;

import io.claviger.iam.User;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.PolicyArn;
import io.claviger.operations.request.PolicyArns;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryResponse;

/**
 * Users' permissions boundaries: put, delete. Who may put one can be limited to certain boundaries, and who may delete
 * one likewise, by the condition key {@code iam:PermissionsBoundary}: it is the boundary asked for, or the one there is.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions
 *     boundaries</a>
 */
public final class UserBoundaries {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:PutUserPermissionsBoundary",
                        PutUserPermissionsBoundaryRequest.class,
                        UserBoundaries::putTarget,
                        UserBoundaries::put),
                Operation.on(
                        "iam:DeleteUserPermissionsBoundary",
                        DeleteUserPermissionsBoundaryRequest.class,
                        NamedUser.targetWithBoundary(DeleteUserPermissionsBoundaryRequest::userName),
                        UserBoundaries::delete));
    }

    private static Target putTarget(EntityView view, Call call, PutUserPermissionsBoundaryRequest request) {
        String boundary = PolicyArn.required(call, request.permissionsBoundary());
        return NamedUser.target(view, call, request.userName()).with(NamedUser.PERMISSIONS_BOUNDARY, boundary);
    }

    private static PutUserPermissionsBoundaryResponse put(Execution<PutUserPermissionsBoundaryRequest> execution) {
        Call call = execution.call();
        PutUserPermissionsBoundaryRequest request = execution.request();
        execution.write(writing -> {
            User user = NamedUser.in(writing, call, request.userName());
            PolicyArns.requireUsableAsBoundary(writing, call, request.permissionsBoundary());
            PolicyArns.requireNotForServices(call, request.permissionsBoundary(), "User");
            User bounded = user.bounded(request.permissionsBoundary());
            if (!bounded.equals(user)) {
                writing.update(bounded);
            }
            return bounded;
        });
        return PutUserPermissionsBoundaryResponse.builder().build();
    }

    /** Deleting a boundary that is not there changes nothing and succeeds. */
    private static DeleteUserPermissionsBoundaryResponse delete(
            Execution<DeleteUserPermissionsBoundaryRequest> execution) {
        Call call = execution.call();
        execution.write(writing -> {
            User user = NamedUser.in(writing, call, execution.request().userName());
            if (user.boundaryArn() != null) {
                writing.update(user.bounded(null));
            }
            return user;
        });
        return DeleteUserPermissionsBoundaryResponse.builder().build();
    }
}
