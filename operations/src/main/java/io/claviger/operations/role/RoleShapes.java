package io.claviger.operations.role;

import io.claviger.iam.InstanceProfile;
import io.claviger.iam.Role;
import io.claviger.iam.RoleOrigin;
import io.claviger.iam.RoleUse;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.request.Shapes;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.RoleLastUsed;
import software.amazon.awssdk.services.iam.model.SourceRoleTemplate;

/** Roles and instance profiles in the shapes of the wire, which differ from operation to operation. */
public final class RoleShapes {

    private RoleShapes() {}

    /** A role as it stands in an instance profile, and what all other shapes have too. */
    static software.amazon.awssdk.services.iam.model.Role inProfile(Reading reading, Call call, Role role) {
        return software.amazon.awssdk.services.iam.model.Role.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn(call.partition()))
                .createDate(role.createDate())
                .assumeRolePolicyDocument(TrustDocument.shown(reading, call, role.trustPolicy()))
                .build();
    }

    /** A role as CreateRole answers: without description and session duration. */
    static software.amazon.awssdk.services.iam.model.Role created(Reading reading, Call call, Role role) {
        return inProfile(reading, call, role).toBuilder()
                .permissionsBoundary(boundary(role))
                .tags(role.tags().isEmpty() ? null : Shapes.tags(role.tags()))
                .build();
    }

    /** A role as lists show it: without boundary, tags and last use. */
    static software.amazon.awssdk.services.iam.model.Role listed(Reading reading, Call call, Role role) {
        return inProfile(reading, call, role).toBuilder()
                .description(role.description())
                .maxSessionDuration(Math.toIntExact(role.maxSession().toSeconds()))
                .build();
    }

    /** A role with everything that is known of it; one that was never used has an empty last use. */
    public static software.amazon.awssdk.services.iam.model.Role whole(
            Reading reading, Call call, Role role, Optional<RoleUse> lastUse) {
        return created(reading, call, role).toBuilder()
                .description(role.description())
                .maxSessionDuration(Math.toIntExact(role.maxSession().toSeconds()))
                .sourceRoleTemplate(reading.roles()
                        .origin(role.id())
                        .map(RoleShapes::origin)
                        .orElse(null))
                .roleLastUsed(lastUse.map(RoleShapes::lastUsed)
                        .orElse(RoleLastUsed.builder().build()))
                .build();
    }

    private static SourceRoleTemplate origin(RoleOrigin origin) {
        return SourceRoleTemplate.builder()
                .templateArn(origin.templateArn())
                .templateMinorVersion(origin.minorVersion())
                .build();
    }

    private static RoleLastUsed lastUsed(RoleUse use) {
        return RoleLastUsed.builder()
                .lastUsedDate(use.date().truncatedTo(ChronoUnit.SECONDS))
                .region(use.region())
                .build();
    }

    private static @Nullable AttachedPermissionsBoundary boundary(Role role) {
        return role.boundaryArn() == null ? null : Shapes.boundary(role.boundaryArn());
    }

    /** An instance profile as lists and its creation show it; an empty list of tags is left out. */
    public static software.amazon.awssdk.services.iam.model.InstanceProfile profile(
            Reading reading, Call call, InstanceProfile profile) {
        return software.amazon.awssdk.services.iam.model.InstanceProfile.builder()
                .path(profile.path())
                .instanceProfileName(profile.name())
                .instanceProfileId(profile.id())
                .arn(profile.arn(call.partition()))
                .createDate(profile.createDate())
                .roles(rolesOf(reading, call, profile))
                .build();
    }

    private static List<software.amazon.awssdk.services.iam.model.Role> rolesOf(
            Reading reading, Call call, InstanceProfile profile) {
        return profile.roleId() == null
                ? List.of()
                : reading.roles().byId(profile.roleId()).stream()
                        .map(role -> inProfile(reading, call, role))
                        .toList();
    }
}
