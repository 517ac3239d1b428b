package io.claviger.operations.policy;

import io.claviger.iam.Group;
import io.claviger.iam.Quotas;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.request.NamedGroup;
import io.claviger.operations.request.NamedRole;
import io.claviger.operations.request.NamedUser;
import java.util.function.Function;

/**
 * An entity that policies belong to or are attached to.
 *
 * @param attachmentQuota how many managed policies it may have
 * @param attachmentQuotaName what AWS calls that quota
 * @param inlineQuota how many characters its inline policies may have together, white space aside
 */
record PolicyOwner(
        Kind kind, String id, String name, int attachmentQuota, String attachmentQuotaName, int inlineQuota) {

    /** What it is. */
    enum Kind {
        USER("user", "User"),
        GROUP("group", "Group"),
        ROLE("role", "Role");

        private final String word;
        private final String title;

        Kind(String word, String title) {
            this.word = word;
            this.title = title;
        }

        /** As AWS's messages say it. */
        String word() {
            return word;
        }

        /** As AWS's messages say it with a capital. */
        String title() {
            return title;
        }

        /** Finds an owner whose policies requests look at. */
        <Q> Finder<Q> read(Function<Q, String> name) {
            return switch (this) {
                case USER -> NamedUser.target(name);
                case GROUP -> NamedGroup.target(name);
                case ROLE -> NamedRole.target(name);
            };
        }

        /** Finds an owner whose policies requests change. */
        <Q> Finder<Q> changed(Function<Q, String> name) {
            return switch (this) {
                case USER -> NamedUser.targetWithBoundary(name);
                case GROUP -> NamedGroup.target(name);
                case ROLE -> NamedRole.targetWithBoundary(name);
            };
        }

        /** The owner of this name, or a refusal. */
        PolicyOwner in(Reading reading, Call call, Quotas quotas, String name) {
            return switch (this) {
                case USER -> of(NamedUser.in(reading, call, name), quotas);
                case GROUP -> of(NamedGroup.in(reading, call, name), quotas);
                case ROLE -> of(NamedRole.in(reading, call, name), quotas);
            };
        }

        /** The owner of this name, for a change; or a refusal. */
        PolicyOwner toChange(Reading reading, Call call, Quotas quotas, String name) {
            return this == ROLE ? of(NamedRole.toChange(reading, call, name), quotas) : in(reading, call, quotas, name);
        }
    }

    private static PolicyOwner of(User user, Quotas quotas) {
        return new PolicyOwner(
                Kind.USER,
                user.id(),
                user.name(),
                quotas.policiesPerUser(),
                "PoliciesPerUser",
                quotas.userPolicySize());
    }

    private static PolicyOwner of(Group group, Quotas quotas) {
        return new PolicyOwner(
                Kind.GROUP,
                group.id(),
                group.name(),
                quotas.policiesPerGroup(),
                "PoliciesPerGroup",
                quotas.groupPolicySize());
    }

    private static PolicyOwner of(Role role, Quotas quotas) {
        return new PolicyOwner(
                Kind.ROLE,
                role.id(),
                role.name(),
                quotas.roles().policiesPerRole(),
                "PoliciesPerRole",
                quotas.roles().policySize());
    }
}
