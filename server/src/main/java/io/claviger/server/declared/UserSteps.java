package io.claviger.server.declared;

import io.claviger.server.declared.Declaration.AccessKey;
import io.claviger.server.declared.Declaration.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;

/** The steps for users, their groups and their access keys. */
record UserSteps(Steps steps, DeclaredKeys keys) {

    void user(User wanted) {
        IamClient iam = steps.iam();
        Place place = wanted.place();
        String name = wanted.name();
        String shown = "user " + name;
        String boundary = steps.names().arnOrNone(wanted.boundary(), place);
        Optional<software.amazon.awssdk.services.iam.model.User> present =
                Steps.present(() -> iam.getUser(get -> get.userName(name)).user());
        if (present.isEmpty()) {
            steps.add(
                    place,
                    "create " + shown,
                    () -> iam.createUser(create -> create.userName(name)
                            .path(wanted.path())
                            .permissionsBoundary(boundary)
                            .tags(Steps.tags(wanted.tags()))));
        } else {
            change(wanted, present.get(), boundary, shown);
        }
        groups(wanted, present.isEmpty(), shown);
        steps.rights(place, shown, new Holder.OfUser(iam, name), present.isEmpty(), wanted.rights());
        List<String> there = present.isEmpty()
                ? List.of()
                : iam.listAccessKeys(list -> list.userName(name)).accessKeyMetadata().stream()
                        .map(AccessKeyMetadata::accessKeyId)
                        .toList();
        for (AccessKey key : wanted.keys()) {
            keys.key(steps, name, key, there);
        }
    }

    private void change(
            User wanted,
            software.amazon.awssdk.services.iam.model.User present,
            @Nullable String boundary,
            String shown) {
        IamClient iam = steps.iam();
        String name = wanted.name();
        if (!present.path().equals(wanted.path())) {
            steps.add(
                    wanted.place(),
                    "move " + shown + " to " + wanted.path(),
                    () -> iam.updateUser(update -> update.userName(name).newPath(wanted.path())));
        }
        steps.boundary(
                wanted.place(),
                shown,
                present.permissionsBoundary() == null
                        ? null
                        : present.permissionsBoundary().permissionsBoundaryArn(),
                boundary,
                arn -> iam.putUserPermissionsBoundary(put -> put.userName(name).permissionsBoundary(arn)),
                () -> iam.deleteUserPermissionsBoundary(delete -> delete.userName(name)));
        steps.tags(
                wanted.place(),
                shown,
                present.tags(),
                wanted.tags(),
                tags -> iam.tagUser(tag -> tag.userName(name).tags(tags)),
                keysOfTags -> iam.untagUser(untag -> untag.userName(name).tagKeys(keysOfTags)));
    }

    private void groups(User wanted, boolean isNew, String shown) {
        IamClient iam = steps.iam();
        String name = wanted.name();
        List<String> there = new ArrayList<>();
        if (!isNew) {
            iam.listGroupsForUserPaginator(list -> list.userName(name))
                    .groups()
                    .forEach(group -> there.add(group.groupName()));
        }
        wanted.groups().stream()
                .filter(group -> there.stream().noneMatch(group::equalsIgnoreCase))
                .forEach(group -> steps.add(
                        wanted.place(),
                        "add " + shown + " to group " + group,
                        () -> iam.addUserToGroup(add -> add.userName(name).groupName(group))));
        if (steps.prune()) {
            there.stream()
                    .filter(group -> wanted.groups().stream().noneMatch(group::equalsIgnoreCase))
                    .forEach(group -> steps.add(
                            wanted.place(),
                            "remove " + shown + " from group " + group,
                            () -> iam.removeUserFromGroup(
                                    remove -> remove.userName(name).groupName(group))));
        }
    }
}
