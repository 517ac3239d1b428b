package io.claviger.operations.role;

import io.claviger.iam.InstanceProfile;
import io.claviger.iam.Role;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.NamedRole;
import io.claviger.operations.request.Page;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileResponse;

/** Which role an instance profile holds: one, or none. */
public final class InstanceProfileRoles {

    private static final String PASSED_TO_SERVICE = "iam:passedtoservice";
    private static final String MACHINES = "ec2.amazonaws.com";

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing(
                        "iam:AddRoleToInstanceProfile",
                        AddRoleToInstanceProfileRequest.class,
                        InstanceProfileRoles::addingChecks,
                        InstanceProfileRoles::add),
                Operation.on(
                        "iam:RemoveRoleFromInstanceProfile",
                        RemoveRoleFromInstanceProfileRequest.class,
                        NamedProfile.target(RemoveRoleFromInstanceProfileRequest::instanceProfileName),
                        InstanceProfileRoles::remove),
                Operation.on(
                        "iam:ListInstanceProfilesForRole",
                        ListInstanceProfilesForRoleRequest.class,
                        NamedRole.target(ListInstanceProfilesForRoleRequest::roleName),
                        InstanceProfileRoles::list));
    }

    /** The role is passed to machines of EC2, so the caller needs the right to pass it to that service. */
    private static List<Check> addingChecks(EntityView view, Call call, AddRoleToInstanceProfileRequest request) {
        return List.of(
                new Check(
                        "iam:AddRoleToInstanceProfile", NamedProfile.target(view, call, request.instanceProfileName())),
                new Check(
                        "iam:PassRole",
                        NamedRole.target(view, call, request.roleName()).with(PASSED_TO_SERVICE, MACHINES)));
    }

    private static AddRoleToInstanceProfileResponse add(Execution<AddRoleToInstanceProfileRequest> execution) {
        Call call = execution.call();
        AddRoleToInstanceProfileRequest request = execution.request();
        return execution.write(writing -> {
            InstanceProfile profile = NamedProfile.in(writing, call, request.instanceProfileName());
            Role role = NamedRole.toChange(writing, call, request.roleName());
            if (profile.roleId() != null) {
                throw Refused.quota("InstanceSessionsPerInstanceProfile", 1);
            }
            writing.update(profile.holding(role.id()));
            return AddRoleToInstanceProfileResponse.builder().build();
        });
    }

    private static RemoveRoleFromInstanceProfileResponse remove(
            Execution<RemoveRoleFromInstanceProfileRequest> execution) {
        Call call = execution.call();
        RemoveRoleFromInstanceProfileRequest request = execution.request();
        return execution.write(writing -> {
            InstanceProfile profile = NamedProfile.in(writing, call, request.instanceProfileName());
            Role role = NamedRole.toChange(writing, call, request.roleName());
            if (!role.id().equals(profile.roleId())) {
                throw Refused.noSuchEntity("Role " + request.roleName() + " in Instance Profile "
                        + request.instanceProfileName() + " cannot be found.");
            }
            writing.update(profile.holding(null));
            return RemoveRoleFromInstanceProfileResponse.builder().build();
        });
    }

    private static ListInstanceProfilesForRoleResponse list(Execution<ListInstanceProfilesForRoleRequest> execution) {
        Call call = execution.call();
        ListInstanceProfilesForRoleRequest request = execution.request();
        return execution.read(reading -> {
            Role role = NamedRole.in(reading, call, request.roleName());
            Page.Request asked =
                    new Page.Request("profiles of " + role.id(), null, request.marker(), request.maxItems());
            Page<InstanceProfile> page =
                    asked.of(reading.instanceProfiles().ofRole(role.id(), asked.slice()), InstanceProfile::name);
            return ListInstanceProfilesForRoleResponse.builder()
                    .instanceProfiles(page.map(profile -> RoleShapes.profile(reading, call, profile))
                            .items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }
}
