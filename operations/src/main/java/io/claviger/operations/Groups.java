package io.claviger.operations;

import io.claviger.iam.Arns;
import io.claviger.iam.Group;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsResponse;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupResponse;

/** Groups: create, look at with their members, list, rename, delete. */
final class Groups {

    private final Deployment deployment;

    Groups(Deployment deployment) {
        this.deployment = deployment;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(CreateGroupRequest.class, Groups::creationTarget, this::create),
                Operation.on(
                        GetGroupRequest.class,
                        (targets, call, request) -> targets.group(call, request.groupName()),
                        this::get),
                Operation.on(ListGroupsRequest.class, Groups::listTarget, this::list),
                Operation.needing(UpdateGroupRequest.class, Groups::renamingChecks, this::update),
                Operation.on(
                        DeleteGroupRequest.class,
                        (targets, call, request) -> targets.group(call, request.groupName()),
                        this::delete));
    }

    private static Target creationTarget(Targets targets, Call call, CreateGroupRequest request) {
        return Target.arn(Arns.group(call.accountId(), RequestedPath.of(request.path()), request.groupName()));
    }

    private CreateGroupResponse create(Call call, CreateGroupRequest request) {
        Group group = deployment.store().write(writing -> {
            requireNameFree(writing, call, request.groupName());
            int quota = deployment.quotas().groupsPerAccount();
            if (writing.accounts().count(call.accountId(), Counted.GROUPS) >= quota) {
                throw Refused.quota("GroupsPerAccount", quota);
            }
            Group created = new Group(
                    call.accountId(),
                    deployment.uniqueIds().group(),
                    request.groupName(),
                    RequestedPath.of(request.path()),
                    call.time().truncatedTo(ChronoUnit.SECONDS));
            writing.insert(created);
            return created;
        });
        return CreateGroupResponse.builder().group(Shapes.group(group)).build();
    }

    private GetGroupResponse get(Call call, GetGroupRequest request) {
        return deployment.store().read(reading -> {
            Group group = Named.group(reading, call, request.groupName());
            Page.Request asked =
                    new Page.Request("members of " + group.id(), null, request.marker(), request.maxItems());
            Page<User> page = asked.of(reading.users().inGroup(group.id(), asked.slice()), User::name);
            return GetGroupResponse.builder()
                    .group(Shapes.group(group))
                    .users(page.map(Shapes::listed).items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    private static Target listTarget(Targets targets, Call call, ListGroupsRequest request) {
        return Target.arn(Arns.group(call.accountId(), RequestedPath.of(request.pathPrefix()), ""));
    }

    private ListGroupsResponse list(Call call, ListGroupsRequest request) {
        Page.Request asked = new Page.Request(
                "groups " + call.accountId() + " " + RequestedPath.of(request.pathPrefix()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        Page<Group> page = asked.of(
                deployment.store().read(reading -> reading.groups().list(call.accountId(), asked.slice())),
                Group::name);
        return ListGroupsResponse.builder()
                .groups(page.map(Shapes::group).items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    /** Whoever renames a group needs the right on what it is and on what it becomes. */
    private static List<Check> renamingChecks(Targets targets, Call call, UpdateGroupRequest request) {
        List<Check> checks =
                new ArrayList<>(List.of(new Check("iam:UpdateGroup", targets.group(call, request.groupName()))));
        if (request.newGroupName() != null || request.newPath() != null) {
            targets.sight()
                    .ask(reading -> reading.groups().named(call.accountId(), request.groupName()))
                    .map(group -> renamed(group, request))
                    .ifPresent(group -> checks.add(new Check("iam:UpdateGroup", Target.group(group))));
        }
        return checks;
    }

    private UpdateGroupResponse update(Call call, UpdateGroupRequest request) {
        deployment.store().write(writing -> {
            Group group = Named.group(writing, call, request.groupName());
            Group renamed = renamed(group, request);
            if (!renamed.name().equalsIgnoreCase(group.name())) {
                requireNameFree(writing, call, renamed.name());
            }
            if (!renamed.equals(group)) {
                writing.update(renamed);
            }
            return renamed;
        });
        return UpdateGroupResponse.builder().build();
    }

    private static Group renamed(Group group, UpdateGroupRequest request) {
        return group.renamed(
                request.newGroupName() == null ? group.name() : request.newGroupName(),
                request.newPath() == null ? group.path() : request.newPath());
    }

    private DeleteGroupResponse delete(Call call, DeleteGroupRequest request) {
        deployment.store().write(writing -> {
            Group group = Named.group(writing, call, request.groupName());
            if (!writing.users().inGroup(group.id(), new Slice("/", null, 1)).isEmpty()) {
                throw Refused.deleteConflict("Cannot delete entity, must remove users from group first.");
            }
            OwnedPolicies.requireNone(writing, group.id());
            writing.delete(group);
            return group;
        });
        return DeleteGroupResponse.builder().build();
    }

    private static void requireNameFree(Reading reading, Call call, String name) {
        if (reading.groups().named(call.accountId(), name).isPresent()) {
            throw Refused.alreadyExists("Group with name " + name + " already exists.");
        }
    }
}
