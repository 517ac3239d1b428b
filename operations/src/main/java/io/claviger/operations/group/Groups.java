package io.claviger.operations.group;

import io.claviger.iam.Arns;
import io.claviger.iam.Group;
import io.claviger.iam.Quotas;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.policy.OwnedPolicies;
import io.claviger.operations.request.NamedGroup;
import io.claviger.operations.request.Page;
import io.claviger.operations.request.RequestedPath;
import io.claviger.operations.request.Shapes;
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
public final class Groups {

    private final Quotas quotas;
    private final UniqueIds uniqueIds;

    /** Groups within these quotas. */
    public Groups(Quotas quotas, UniqueIds uniqueIds) {
        this.quotas = quotas;
        this.uniqueIds = uniqueIds;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on("iam:CreateGroup", CreateGroupRequest.class, Groups::creationTarget, this::create),
                Operation.on(
                        "iam:GetGroup",
                        GetGroupRequest.class,
                        NamedGroup.target(GetGroupRequest::groupName),
                        this::get),
                Operation.on("iam:ListGroups", ListGroupsRequest.class, Groups::listTarget, this::list),
                Operation.needing("iam:UpdateGroup", UpdateGroupRequest.class, Groups::renamingChecks, this::update),
                Operation.on(
                        "iam:DeleteGroup",
                        DeleteGroupRequest.class,
                        NamedGroup.target(DeleteGroupRequest::groupName),
                        this::delete));
    }

    private static Target creationTarget(EntityView view, Call call, CreateGroupRequest request) {
        return Target.arn(
                Arns.group(call.partition(), call.accountId(), RequestedPath.of(request.path()), request.groupName()),
                call);
    }

    private CreateGroupResponse create(Execution<CreateGroupRequest> execution) {
        Call call = execution.call();
        CreateGroupRequest request = execution.request();
        Group group = execution.write(writing -> {
            requireNameFree(writing, call, request.groupName());
            int quota = quotas.groupsPerAccount();
            if (writing.accounts().count(call.accountId(), Counted.GROUPS) >= quota) {
                throw Refused.quota("GroupsPerAccount", quota);
            }
            Group created = new Group(
                    call.accountId(),
                    uniqueIds.group(),
                    request.groupName(),
                    RequestedPath.of(request.path()),
                    call.time().truncatedTo(ChronoUnit.SECONDS));
            writing.insert(created);
            return created;
        });
        return CreateGroupResponse.builder()
                .group(Shapes.group(group, call.partition()))
                .build();
    }

    private GetGroupResponse get(Execution<GetGroupRequest> execution) {
        Call call = execution.call();
        GetGroupRequest request = execution.request();
        return execution.read(reading -> {
            Group group = NamedGroup.in(reading, call, request.groupName());
            Page.Request asked =
                    new Page.Request("members of " + group.id(), null, request.marker(), request.maxItems());
            Page<User> page = asked.of(reading.users().inGroup(group.id(), asked.slice()), User::name);
            return GetGroupResponse.builder()
                    .group(Shapes.group(group, call.partition()))
                    .users(page.map(user -> Shapes.member(user, call.partition()))
                            .items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    private static Target listTarget(EntityView view, Call call, ListGroupsRequest request) {
        return Target.arn(
                Arns.group(call.partition(), call.accountId(), RequestedPath.of(request.pathPrefix()), ""), call);
    }

    private ListGroupsResponse list(Execution<ListGroupsRequest> execution) {
        Call call = execution.call();
        ListGroupsRequest request = execution.request();
        Page.Request asked = new Page.Request(
                "groups " + call.accountId() + " " + RequestedPath.of(request.pathPrefix()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        Page<Group> page = asked.of(
                execution.read(reading -> reading.groups().list(call.accountId(), asked.slice())), Group::name);
        return ListGroupsResponse.builder()
                .groups(page.map(group -> Shapes.group(group, call.partition())).items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    /** Renaming a group needs the right on what it is and on what it becomes. */
    private static List<Check> renamingChecks(EntityView view, Call call, UpdateGroupRequest request) {
        List<Check> checks = new ArrayList<>(
                List.of(new Check("iam:UpdateGroup", NamedGroup.target(view, call, request.groupName()))));
        if (request.newGroupName() != null || request.newPath() != null) {
            view.ask(reading -> reading.groups().named(call.accountId(), request.groupName()))
                    .map(group -> renamed(group, request))
                    .ifPresent(group -> checks.add(new Check("iam:UpdateGroup", NamedGroup.target(group, call))));
        }
        return checks;
    }

    /** The group's own name is taken, too, whatever its case; but what is moved may be given the name that it has. */
    private UpdateGroupResponse update(Execution<UpdateGroupRequest> execution) {
        Call call = execution.call();
        UpdateGroupRequest request = execution.request();
        execution.write(writing -> {
            Group group = NamedGroup.in(writing, call, request.groupName());
            Group renamed = renamed(group, request);
            boolean onlyMoves = renamed.name().equals(group.name()) && request.newPath() != null;
            if (request.newGroupName() != null && !onlyMoves) {
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

    private DeleteGroupResponse delete(Execution<DeleteGroupRequest> execution) {
        Call call = execution.call();
        DeleteGroupRequest request = execution.request();
        execution.write(writing -> {
            Group group = NamedGroup.in(writing, call, request.groupName());
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
