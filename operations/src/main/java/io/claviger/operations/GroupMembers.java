package io.claviger.operations;

import io.claviger.iam.Group;
import io.claviger.iam.Membership;
import io.claviger.iam.User;
import io.claviger.iam.store.Slice;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserResponse;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;

/** Who is in which group. The right to change it is one on the group. */
final class GroupMembers {

    private final Deployment deployment;

    GroupMembers(Deployment deployment) {
        this.deployment = deployment;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        AddUserToGroupRequest.class,
                        (targets, call, request) -> targets.group(call, request.groupName()),
                        this::add),
                Operation.on(
                        RemoveUserFromGroupRequest.class,
                        (targets, call, request) -> targets.group(call, request.groupName()),
                        this::remove),
                Operation.on(
                        ListGroupsForUserRequest.class,
                        (targets, call, request) -> targets.user(call, request.userName()),
                        this::list));
    }

    /** Adding a member again changes nothing and succeeds. */
    private AddUserToGroupResponse add(Call call, AddUserToGroupRequest request) {
        deployment.store().write(writing -> {
            Group group = Named.group(writing, call, request.groupName());
            User user = Named.user(writing, call, request.userName());
            if (writing.groups().isMember(group.id(), user.id())) {
                return group;
            }
            int quota = deployment.quotas().groupsPerUser();
            if (writing.groups().ofUser(user.id(), Slice.ALL).size() >= quota) {
                throw Refused.quota("GroupsPerUser", quota);
            }
            writing.insert(new Membership(call.accountId(), group.id(), user.id()));
            return group;
        });
        return AddUserToGroupResponse.builder().build();
    }

    /** Removing somebody who is not a member changes nothing and succeeds, as on AWS. */
    private RemoveUserFromGroupResponse remove(Call call, RemoveUserFromGroupRequest request) {
        deployment.store().write(writing -> {
            Group group = Named.group(writing, call, request.groupName());
            User user = Named.user(writing, call, request.userName());
            if (writing.groups().isMember(group.id(), user.id())) {
                writing.delete(new Membership(call.accountId(), group.id(), user.id()));
            }
            return group;
        });
        return RemoveUserFromGroupResponse.builder().build();
    }

    private ListGroupsForUserResponse list(Call call, ListGroupsForUserRequest request) {
        return deployment.store().read(reading -> {
            User user = Named.user(reading, call, request.userName());
            Page.Request asked = new Page.Request("groups of " + user.id(), null, request.marker(), request.maxItems());
            Page<Group> page = asked.of(reading.groups().ofUser(user.id(), asked.slice()), Group::name);
            return ListGroupsForUserResponse.builder()
                    .groups(page.map(Shapes::group).items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }
}
