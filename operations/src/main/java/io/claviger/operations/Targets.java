package io.claviger.operations;

import io.claviger.iam.Arns;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.User;
import io.claviger.iam.access.Principal.IamUser;
import io.claviger.iam.access.Principal.RootUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the resource that a request acts on, for the gate to judge.
 *
 * @param sight of the store as it stands, or as one transaction has it
 */
record Targets(Sight sight) {

    /** The condition key of a boundary: the one asked for, or the one a user has. */
    static final String PERMISSIONS_BOUNDARY = "iam:permissionsboundary";

    /** A user of no account, whom no policy and no root user reaches. */
    private static final Target NOBODY = Target.shownAs(Arns.user("", "/", ""), null);

    /** A user of the caller's account. */
    Target user(Call call, String name) {
        return sight.userNamed(call.accountId(), name)
                .map(Target::user)
                .orElseGet(() -> Target.userNamed(call.accountId(), name));
    }

    /**
     * A user of the caller's account whose permissions are to be changed: with the boundary that it has, so that such a
     * change can be allowed for users within a boundary only.
     */
    Target userWithBoundary(Call call, String name) {
        return sight.userNamed(call.accountId(), name)
                .map(Targets::withBoundary)
                .orElseGet(() -> Target.userNamed(call.accountId(), name));
    }

    private static Target withBoundary(User user) {
        Target target = Target.user(user);
        return user.boundaryArn() == null ? target : target.with(PERMISSIONS_BOUNDARY, user.boundaryArn());
    }

    /** A user of the caller's account, or the caller when none is named. */
    Target userOrSelf(Call call, @Nullable String name) {
        if (name != null) {
            return user(call, name);
        }
        return switch (call.caller().principal()) {
            case IamUser self -> Target.user(sight.self(self));
            case RootUser root -> Target.arn(root.arn());
        };
    }

    /**
     * Whoever owns the access key; out of everybody's reach when the account has no such key. Refusals name nobody, since
     * they would tell a stranger whose key it is.
     */
    Target ownerOf(Call call, String accessKeyId) {
        return sight.ask(reading -> reading.keys()
                .byId(accessKeyId)
                .filter(key -> key.accountId().equals(call.accountId()))
                .map(key -> key.isRoots()
                        ? Target.arn(Arns.root(key.accountId()))
                        : Target.user(reading.users().byId(key.ownerId()).orElseThrow()))
                .map(Target::unnamed)
                .orElse(NOBODY));
    }

    /** A group of the caller's account. */
    Target group(Call call, String name) {
        return sight.ask(reading -> reading.groups().named(call.accountId(), name))
                .map(Target::group)
                .orElseGet(() -> Target.groupNamed(call.accountId(), name));
    }

    /** A managed policy, of the account's own or of AWS's. */
    Target policy(Call call, String arn) {
        boolean mayBeOwn = arn.startsWith(Arns.policy(call.accountId(), "/", ""));
        return Target.policy(
                arn,
                mayBeOwn
                        ? sight.ask(reading -> Named.customerManaged(reading, call, arn)
                                .map(ManagedPolicy::tags)
                                .orElse(List.of()))
                        : List.of());
    }
}
