package io.claviger.operations.policy;

import io.claviger.iam.Arns;
import io.claviger.iam.Group;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.request.NamedPolicy;
import io.claviger.operations.request.Page;
import io.claviger.operations.request.RequestedPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.PolicyUser;

/** Who uses a managed policy: the groups and users that it is attached to, and the users that it bounds. */
public final class PolicyUses {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "iam:ListEntitiesForPolicy",
                ListEntitiesForPolicyRequest.class,
                NamedPolicy.read(ListEntitiesForPolicyRequest::policyArn),
                PolicyUses::list));
    }

    /** An entity that uses a policy. The list has groups before users, each by name. */
    private sealed interface Use {

        String position();

        record ByGroup(Group group) implements Use {
            @Override
            public String position() {
                return "group " + group.name().toLowerCase(Locale.ROOT);
            }
        }

        record ByUser(User user) implements Use {
            @Override
            public String position() {
                return "user " + user.name().toLowerCase(Locale.ROOT);
            }
        }
    }

    private static ListEntitiesForPolicyResponse list(Execution<ListEntitiesForPolicyRequest> execution) {
        Call call = execution.call();
        ListEntitiesForPolicyRequest request = execution.request();
        String arn = request.policyArn();
        Page.Request asked = new Page.Request(
                String.join(
                        " ",
                        "entities for",
                        call.accountId(),
                        arn,
                        request.entityFilterAsString(),
                        request.pathPrefix(),
                        request.policyUsageFilterAsString()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        String after = asked.slice().after();
        Page<Use> page = execution.read(reading -> {
            requireThere(reading, call, arn);
            List<Use> found = uses(reading, call, request).stream()
                    .filter(use -> after == null || use.position().compareTo(after) > 0)
                    .sorted(Comparator.comparing(Use::position))
                    .limit(asked.slice().limit())
                    .toList();
            return asked.of(found, Use::position);
        });
        return response(page);
    }

    private static void requireThere(Reading reading, Call call, String arn) {
        if (Arns.isAwsManagedPolicy(arn)) {
            NamedPolicy.awsManaged(arn);
        } else {
            NamedPolicy.in(reading, call, arn);
        }
    }

    private static Set<Use> uses(Reading reading, Call call, ListEntitiesForPolicyRequest request) {
        String account = call.accountId();
        String arn = request.policyArn();
        Slice all = new Slice(RequestedPath.of(request.pathPrefix()), null, Integer.MAX_VALUE);
        Set<Use> uses = new LinkedHashSet<>();
        boolean attached = request.policyUsageFilter() != PolicyUsageType.PERMISSIONS_BOUNDARY;
        boolean bounding = request.policyUsageFilter() != PolicyUsageType.PERMISSIONS_POLICY;
        if (isWanted(request, EntityType.GROUP) && attached) {
            reading.groups().withPolicy(account, arn, all).forEach(group -> uses.add(new Use.ByGroup(group)));
        }
        if (isWanted(request, EntityType.USER) && attached) {
            reading.users().withPolicy(account, arn, all).forEach(user -> uses.add(new Use.ByUser(user)));
        }
        if (isWanted(request, EntityType.USER) && bounding) {
            reading.users().boundedBy(account, arn, all).forEach(user -> uses.add(new Use.ByUser(user)));
        }
        return uses;
    }

    private static boolean isWanted(ListEntitiesForPolicyRequest request, EntityType type) {
        return request.entityFilter() == null || request.entityFilter() == type;
    }

    private static ListEntitiesForPolicyResponse response(Page<Use> page) {
        List<PolicyGroup> groups = new ArrayList<>();
        List<PolicyUser> users = new ArrayList<>();
        for (Use use : page.items()) {
            switch (use) {
                case Use.ByGroup(Group group) ->
                    groups.add(PolicyGroup.builder()
                            .groupName(group.name())
                            .groupId(group.id())
                            .build());
                case Use.ByUser(User user) ->
                    users.add(PolicyUser.builder()
                            .userName(user.name())
                            .userId(user.id())
                            .build());
            }
        }
        return ListEntitiesForPolicyResponse.builder()
                .policyGroups(groups)
                .policyUsers(users)
                .policyRoles(List.of())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }
}
