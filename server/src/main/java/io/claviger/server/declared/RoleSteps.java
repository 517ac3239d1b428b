package io.claviger.server.declared;

import io.claviger.server.declared.Declaration.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;

/** The steps for roles. */
record RoleSteps(Steps steps) {

    void role(Role wanted) {
        IamClient iam = steps.iam();
        Place place = wanted.place();
        String shown = "role " + wanted.name();
        String boundary = steps.names().arnOrNone(wanted.boundary(), place);
        Optional<software.amazon.awssdk.services.iam.model.Role> present = Steps.present(
                () -> iam.getRole(get -> get.roleName(wanted.name())).role());
        if (present.isEmpty()) {
            steps.add(
                    place,
                    "create " + shown,
                    () -> iam.createRole(create -> create.roleName(wanted.name())
                            .path(wanted.path())
                            .description(wanted.description())
                            .assumeRolePolicyDocument(wanted.trust())
                            .maxSessionDuration(wanted.maxSession())
                            .permissionsBoundary(boundary)
                            .tags(Steps.tags(wanted.tags()))));
        } else {
            change(wanted, present.get(), boundary, shown);
        }
        steps.rights(place, shown, new Holder.OfRole(iam, wanted.name()), present.isEmpty(), wanted.rights());
    }

    private void change(
            Role wanted,
            software.amazon.awssdk.services.iam.model.Role present,
            @Nullable String boundary,
            String shown) {
        IamClient iam = steps.iam();
        Place place = wanted.place();
        String name = wanted.name();
        Steps.unchangeable(place, shown, "path", present.path(), wanted.path());
        if (!JsonText.areEqual(Holder.decoded(present.assumeRolePolicyDocument()), wanted.trust())) {
            steps.add(
                    place,
                    "change whom " + shown + " trusts",
                    () -> iam.updateAssumeRolePolicy(
                            update -> update.roleName(name).policyDocument(wanted.trust())));
        }
        boolean isDescribed =
                wanted.description() == null || wanted.description().equals(present.description());
        boolean lasts = wanted.maxSession() == null || wanted.maxSession().equals(present.maxSessionDuration());
        if (!isDescribed || !lasts) {
            steps.add(
                    place,
                    "change " + shown,
                    () -> iam.updateRole(update -> update.roleName(name)
                            .description(wanted.description() == null ? present.description() : wanted.description())
                            .maxSessionDuration(
                                    wanted.maxSession() == null ? present.maxSessionDuration() : wanted.maxSession())));
        }
        steps.boundary(
                place,
                shown,
                present.permissionsBoundary() == null
                        ? null
                        : present.permissionsBoundary().permissionsBoundaryArn(),
                boundary,
                arn -> iam.putRolePermissionsBoundary(put -> put.roleName(name).permissionsBoundary(arn)),
                () -> iam.deleteRolePermissionsBoundary(delete -> delete.roleName(name)));
        steps.tags(
                place,
                shown,
                present.tags(),
                wanted.tags(),
                tags -> iam.tagRole(tag -> tag.roleName(name).tags(tags)),
                keys -> iam.untagRole(untag -> untag.roleName(name).tagKeys(keys)));
    }
}
