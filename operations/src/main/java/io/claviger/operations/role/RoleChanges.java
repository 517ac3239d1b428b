package io.claviger.operations.role;

import io.claviger.iam.Quotas;
import io.claviger.iam.Role;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.request.NamedRole;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/** What can be changed of a role: whom it trusts, its description, how long its sessions last. */
public final class RoleChanges {

    private final Quotas quotas;

    /** Changes within these quotas. */
    public RoleChanges(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:UpdateAssumeRolePolicy",
                        UpdateAssumeRolePolicyRequest.class,
                        NamedRole.targetWithBoundary(UpdateAssumeRolePolicyRequest::roleName),
                        this::updateTrust),
                Operation.on(
                        "iam:UpdateRole",
                        UpdateRoleRequest.class,
                        NamedRole.targetWithBoundary(UpdateRoleRequest::roleName),
                        RoleChanges::update),
                Operation.on(
                        "iam:UpdateRoleDescription",
                        UpdateRoleDescriptionRequest.class,
                        NamedRole.targetWithBoundary(UpdateRoleDescriptionRequest::roleName),
                        RoleChanges::updateDescription));
    }

    private UpdateAssumeRolePolicyResponse updateTrust(Execution<UpdateAssumeRolePolicyRequest> execution) {
        UpdateAssumeRolePolicyRequest request = execution.request();
        execution.write(writing -> {
            Role role = NamedRole.toChange(writing, execution.call(), request.roleName());
            int quota = quotas.roles().trustPolicySize();
            return update(
                    writing,
                    role,
                    found -> found.trusting(
                            TrustDocument.stored(writing, execution.call(), request.policyDocument(), quota)));
        });
        return UpdateAssumeRolePolicyResponse.builder().build();
    }

    /** What the request leaves out stays as it was. A role that is linked to a service may be described by its owner. */
    private static UpdateRoleResponse update(Execution<UpdateRoleRequest> execution) {
        UpdateRoleRequest request = execution.request();
        boolean isLasting = request.maxSessionDuration() != null;
        execution.write(writing -> {
            Role role = isLasting
                    ? NamedRole.toChange(writing, execution.call(), request.roleName())
                    : NamedRole.in(writing, execution.call(), request.roleName());
            Role described = request.description() == null ? role : role.described(request.description());
            return update(
                    writing,
                    role,
                    _ -> isLasting ? described.lasting(Duration.ofSeconds(request.maxSessionDuration())) : described);
        });
        return UpdateRoleResponse.builder().build();
    }

    private static UpdateRoleDescriptionResponse updateDescription(Execution<UpdateRoleDescriptionRequest> execution) {
        UpdateRoleDescriptionRequest request = execution.request();
        return execution.write(writing -> {
            Role role = NamedRole.in(writing, execution.call(), request.roleName());
            Role described = update(writing, role, found -> found.described(request.description()));
            return UpdateRoleDescriptionResponse.builder()
                    .role(RoleShapes.created(writing, execution.call(), described).toBuilder()
                            .description(described.description())
                            .build())
                    .build();
        });
    }

    private static Role update(Writing writing, Role role, UnaryOperator<Role> change) {
        Role changed = change.apply(role);
        if (!changed.equals(role)) {
            writing.update(changed);
        }
        return changed;
    }
}
