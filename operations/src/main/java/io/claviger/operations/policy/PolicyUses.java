package io.claviger.operations.policy;

import io.claviger.iam.Arns;
import io.claviger.iam.Group;
import io.claviger.iam.Role;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
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

    /** The kinds of entities, in the order of the list. */
    private enum Kind {
        GROUP(EntityType.GROUP),
        ROLE(EntityType.ROLE),
        USER(EntityType.USER);

        private final EntityType type;

        Kind(EntityType type) {
            this.type = type;
        }

        /** Where the entities of this kind go on after a position of the list; empty if they are all before it. */
        Optional<Slice> slice(Slice asked, int limit) {
            String after = asked.after();
            if (after == null) {
                return Optional.of(new Slice(asked.pathPrefix(), null, limit));
            }
            int end = after.indexOf(' ');
            int order = compareTo(Kind.valueOf(after.substring(0, end).toUpperCase(Locale.ROOT)));
            return order < 0
                    ? Optional.empty()
                    : Optional.of(new Slice(asked.pathPrefix(), order > 0 ? null : after.substring(end + 1), limit));
        }
    }

    /** An entity that uses a policy. The list has groups, then roles, then users, each by name. */
    private record Use(Kind kind, String name, String id) {

        static Use of(Group group) {
            return new Use(Kind.GROUP, group.name(), group.id());
        }

        static Use of(Role role) {
            return new Use(Kind.ROLE, role.name(), role.id());
        }

        static Use of(User user) {
            return new Use(Kind.USER, user.name(), user.id());
        }

        String position() {
            return (kind + " " + name).toLowerCase(Locale.ROOT);
        }

        String key() {
            return name.toLowerCase(Locale.ROOT);
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
        Slice slice = asked.slice();
        Slice wanted = new Slice(RequestedPath.of(request.pathPrefix()), slice.after(), slice.limit());
        Page<Use> page = execution.read(reading -> {
            requireThere(reading, call, arn);
            return asked.of(uses(reading, call, request, wanted), Use::position);
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

    private static List<Use> uses(Reading reading, Call call, ListEntitiesForPolicyRequest request, Slice wanted) {
        List<Use> uses = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int room = wanted.limit() - uses.size();
            if (room > 0 && (request.entityFilter() == null || request.entityFilter() == kind.type)) {
                kind.slice(wanted, room)
                        .ifPresent(slice -> uses(reading, call, request, kind, slice)
                                .distinct()
                                .sorted(Comparator.comparing(Use::key))
                                .limit(room)
                                .forEach(uses::add));
            }
        }
        return uses;
    }

    /** Those of a kind: of each usage as many as there is room for, so that the first of all are among them. */
    private static Stream<Use> uses(
            Reading reading, Call call, ListEntitiesForPolicyRequest request, Kind kind, Slice slice) {
        String account = call.accountId();
        String arn = request.policyArn();
        Stream<Use> attached = request.policyUsageFilter() == PolicyUsageType.PERMISSIONS_BOUNDARY
                ? Stream.empty()
                : switch (kind) {
                    case GROUP ->
                        reading.groups().withPolicy(account, arn, slice).stream()
                                .map(Use::of);
                    case ROLE ->
                        reading.roles().withPolicy(account, arn, slice).stream().map(Use::of);
                    case USER ->
                        reading.users().withPolicy(account, arn, slice).stream().map(Use::of);
                };
        Stream<Use> bounded = request.policyUsageFilter() == PolicyUsageType.PERMISSIONS_POLICY
                        || reading.policies().boundaryCount(account, arn) == 0
                ? Stream.empty()
                : switch (kind) {
                    case GROUP -> Stream.empty();
                    case ROLE ->
                        reading.roles().boundedBy(account, arn, slice).stream().map(Use::of);
                    case USER ->
                        reading.users().boundedBy(account, arn, slice).stream().map(Use::of);
                };
        return Stream.concat(attached, bounded);
    }

    private static ListEntitiesForPolicyResponse response(Page<Use> page) {
        List<PolicyGroup> groups = new ArrayList<>();
        List<PolicyRole> roles = new ArrayList<>();
        List<PolicyUser> users = new ArrayList<>();
        for (Use use : page.items()) {
            switch (use.kind()) {
                case GROUP ->
                    groups.add(PolicyGroup.builder()
                            .groupName(use.name())
                            .groupId(use.id())
                            .build());
                case ROLE ->
                    roles.add(PolicyRole.builder()
                            .roleName(use.name())
                            .roleId(use.id())
                            .build());
                case USER ->
                    users.add(PolicyUser.builder()
                            .userName(use.name())
                            .userId(use.id())
                            .build());
            }
        }
        return ListEntitiesForPolicyResponse.builder()
                .policyGroups(groups)
                .policyUsers(users)
                .policyRoles(roles)
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }
}
