package io.claviger.operations.group;

import io.claviger.iam.Group;
import io.claviger.iam.Membership;
import io.claviger.iam.Quotas;
import io.claviger.iam.User;
import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.NamedGroup;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.Page;
import io.claviger.operations.request.Shapes;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserResponse;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;

/** Who is in which group. The right to change it is one on the group. */
public final class GroupMembers {

    private final Quotas quotas;

    /** Memberships within these quotas. */
    public GroupMembers(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:AddUserToGroup",
                        AddUserToGroupRequest.class,
                        NamedGroup.target(AddUserToGroupRequest::groupName),
                        this::add),
                Operation.on(
                        "iam:RemoveUserFromGroup",
                        RemoveUserFromGroupRequest.class,
                        NamedGroup.target(RemoveUserFromGroupRequest::groupName),
                        this::remove),
                Operation.on(
                        "iam:ListGroupsForUser",
                        ListGroupsForUserRequest.class,
                        NamedUser.target(ListGroupsForUserRequest::userName),
                        this::list));
    }

    /** Adding a member again changes nothing and succeeds. */
    private AddUserToGroupResponse add(Execution<AddUserToGroupRequest> execution) {
        Call call = execution.call();
        AddUserToGroupRequest request = execution.request();
        execution.write(writing -> {
            Group group = NamedGroup.in(writing, call, request.groupName());
            User user = NamedUser.in(writing, call, request.userName());
            if (writing.groups().isMember(group.id(), user.id())) {
                return group;
            }
            int quota = quotas.groupsPerUser();
            if (writing.groups().ofUser(user.id(), Slice.ALL).size() >= quota) {
                throw Refused.quota("GroupsPerUser", quota);
            }
            writing.insert(new Membership(call.accountId(), group.id(), user.id()));
            return group;
        });
        return AddUserToGroupResponse.builder().build();
    }

    /** Removing somebody who is not a member changes nothing and succeeds, as on AWS. */
    private RemoveUserFromGroupResponse remove(Execution<RemoveUserFromGroupRequest> execution) {
        Call call = execution.call();
        RemoveUserFromGroupRequest request = execution.request();
        execution.write(writing -> {
            Group group = NamedGroup.in(writing, call, request.groupName());
            User user = NamedUser.in(writing, call, request.userName());
            if (writing.groups().isMember(group.id(), user.id())) {
                writing.delete(new Membership(call.accountId(), group.id(), user.id()));
            }
            return group;
        });
        return RemoveUserFromGroupResponse.builder().build();
    }

    private ListGroupsForUserResponse list(Execution<ListGroupsForUserRequest> execution) {
        Call call = execution.call();
        ListGroupsForUserRequest request = execution.request();
        return execution.read(reading -> {
            User user = NamedUser.in(reading, call, request.userName());
            Page.Request asked = new Page.Request("groups of " + user.id(), null, request.marker(), request.maxItems());
            Page<Group> page = asked.of(reading.groups().ofUser(user.id(), asked.slice()), Group::name);
            return ListGroupsForUserResponse.builder()
                    .groups(page.map(group -> Shapes.group(group, call.partition()))
                            .items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }
}
