package io.claviger.access;

import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.IamUser;
import io.claviger.iam.Attachment;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.Membership;
import io.claviger.iam.Partition;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.BindingQueries.Stretch;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.document.PolicyType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The users and roles of an account with the policies that bind them, many at a time: a page takes a handful of questions to
 * the database, however many are on it. Those who are bound by the same policies share them. Thread-safe.
 */
public final class PrincipalPages {

    private final CompiledPolicies policies;
    private final Partition partition;

    PrincipalPages(CompiledPolicies policies, Partition partition) {
        this.policies = policies;
        this.partition = partition;
    }

    /** A user or a role, and where its policies come from. */
    public record Bound(Principal principal, Sources sources) {}

    /**
     * Where the policies of a user or a role come from: the names of its own, and those of each group that a user is in.
     *
     * @param groups empty for a role
     */
    public record Sources(List<String> own, List<GroupPolicies> groups) {

        /** Of somebody who has no policies. */
        public static final Sources NONE = new Sources(List.of(), List.of());

        /** Copies the lists. */
        public Sources {
            own = List.copyOf(own);
            groups = List.copyOf(groups);
        }
    }

    /** The names of the policies that a group has. */
    public record GroupPolicies(String group, List<String> policies) {

        /** Copies the list. */
        public GroupPolicies {
            policies = List.copyOf(policies);
        }
    }

    /** The users of a slice, by name. */
    public List<Bound> users(Reading reading, String accountId, Slice slice) {
        List<User> users = reading.users().list(accountId, slice);
        if (users.isEmpty()) {
            return List.of();
        }
        Stretch stretch = stretch(accountId, slice, users.getLast().name());
        Page page = new Page(reading, accountId);
        reading.bindings().inlineOfUsers(stretch).forEach(page::add);
        reading.bindings().attachedToUsers(stretch).forEach(page::add);
        reading.bindings().groupsOfUsers(stretch).forEach(page::add);
        List<Bound> bound = new ArrayList<>(users.size());
        for (User user : users) {
            Shared shared = page.of(user.id(), user.boundaryArn());
            bound.add(new Bound(new IamUser(user, shared.policies(), partition), shared.sources()));
        }
        return bound;
    }

    /** The roles of a slice, by name, each as a session without a name. */
    public List<Bound> roles(Reading reading, String accountId, Slice slice) {
        List<Role> roles = reading.roles().list(accountId, slice);
        if (roles.isEmpty()) {
            return List.of();
        }
        Stretch stretch = stretch(accountId, slice, roles.getLast().name());
        Page page = new Page(reading, accountId);
        reading.bindings().inlineOfRoles(stretch).forEach(page::add);
        reading.bindings().attachedToRoles(stretch).forEach(page::add);
        List<Bound> bound = new ArrayList<>(roles.size());
        for (Role role : roles) {
            Shared shared = page.of(role.id(), role.boundaryArn());
            bound.add(
                    new Bound(new AssumedRole(role, "", role.tags(), shared.policies(), partition), shared.sources()));
        }
        return bound;
    }

    private static Stretch stretch(String accountId, Slice slice, String last) {
        return new Stretch(accountId, slice.after() == null ? "" : slice.after(), last);
    }

    private static List<String> names(List<CompiledPolicy> policies) {
        return policies.stream().map(CompiledPolicy::name).toList();
    }

    /** What all have in common who have the same policies from the same groups. */
    private record Shared(PrincipalPolicies policies, Sources sources) {}

    /** A group's policies. */
    private record Held(GroupPolicies names, List<CompiledPolicy> policies) {}

    /** What one page needs: each policy, each group and each combination of them once. For one transaction. */
    private final class Page {
        private final Reading reading;
        private final String accountId;
        private final Map<String, List<CompiledPolicy>> ownByHolder = new HashMap<>();
        private final Map<String, List<String>> groupsByUser = new HashMap<>();
        private final Map<String, CompiledPolicy> managed = new HashMap<>();
        private final Map<String, Held> groups = new HashMap<>();
        private final Map<Combination, Shared> combinations = new HashMap<>();

        private record Combination(
                List<CompiledPolicy> own,
                List<String> groupIds,
                @Nullable String boundaryArn) {}

        Page(Reading reading, String accountId) {
            this.reading = reading;
            this.accountId = accountId;
        }

        void add(InlinePolicy policy) {
            ownByHolder
                    .computeIfAbsent(policy.ownerId(), _ -> new ArrayList<>(2))
                    .add(policies.inline(policy));
        }

        void add(Attachment attachment) {
            ownByHolder
                    .computeIfAbsent(attachment.ownerId(), _ -> new ArrayList<>(2))
                    .add(managed(attachment.policyArn()));
        }

        void add(Membership membership) {
            groupsByUser
                    .computeIfAbsent(membership.userId(), _ -> new ArrayList<>(2))
                    .add(membership.groupId());
        }

        Shared of(String holderId, @Nullable String boundaryArn) {
            Combination combination = new Combination(
                    ownByHolder.getOrDefault(holderId, List.of()),
                    groupsByUser.getOrDefault(holderId, List.of()),
                    boundaryArn);
            Shared known = combinations.get(combination);
            if (known != null) {
                return known;
            }
            Shared shared = shared(combination);
            combinations.put(combination, shared);
            return shared;
        }

        private Shared shared(Combination combination) {
            List<CompiledPolicy> identity = new ArrayList<>(combination.own());
            List<GroupPolicies> names = new ArrayList<>();
            for (String groupId : combination.groupIds()) {
                Held group = groups.computeIfAbsent(groupId, this::group);
                identity.addAll(group.policies());
                names.add(group.names());
            }
            String boundaryArn = combination.boundaryArn();
            CompiledPolicy boundary =
                    boundaryArn == null ? null : inForce(boundaryArn, PolicyType.PERMISSIONS_BOUNDARY);
            return new Shared(
                    PrincipalPolicies.of(identity, boundary, null), new Sources(names(combination.own()), names));
        }

        private Held group(String id) {
            List<CompiledPolicy> all = new ArrayList<>();
            reading.inlinePolicies().ofOwner(id, Slice.ALL).forEach(inline -> all.add(policies.inline(inline)));
            reading.attachments()
                    .ofOwner(id, Slice.ALL)
                    .forEach(attachment -> all.add(managed(attachment.policyArn())));
            String name = reading.groups().byId(id).orElseThrow().name();
            return new Held(new GroupPolicies(name, names(all)), all);
        }

        private CompiledPolicy managed(String arn) {
            return managed.computeIfAbsent(arn, policy -> inForce(policy, PolicyType.IDENTITY));
        }

        private CompiledPolicy inForce(String arn, PolicyType type) {
            return policies.managed(reading, accountId, arn, type).policy();
        }
    }
}
