package io.claviger.operations.mfa;

import io.claviger.access.Federated;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.iam.Quotas;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.NamedUser;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can have MFA devices: a user, or the root user.
 *
 * @param id a user's unique ID, or the account's for its root user
 * @param name absent for the root user, who has none
 */
record DeviceHolder(String id, @Nullable String name) {

    /** What the root user calls itself, since some requests have to name somebody. */
    static final String ROOT = "root";

    /** The user of this name, or the caller if there is no name; or a refusal. */
    static DeviceHolder in(Reading reading, Call call, @Nullable String userName) {
        if (userName != null && !isRootItself(call, userName)) {
            return of(NamedUser.in(reading, call, userName));
        }
        return switch (call.caller().principal()) {
            case RootUser root -> new DeviceHolder(root.accountId(), null);
            case AssumedRole _, FederatedUser _, Federated _ -> throw NamedUser.notAUser();
            case IamUser self ->
                reading.users()
                        .byId(self.userId())
                        .map(DeviceHolder::of)
                        .orElseThrow(() -> NamedUser.noSuchUser(self.user().name()));
        };
    }

    /** Refuses one more device than the quota. */
    void requireRoom(Reading reading, Quotas quotas) {
        int quota = quotas.mfaDevicesPerUser();
        if (reading.mfaDevices().ofOwner(id).size() >= quota) {
            throw Refused.quota("MFADevicesPerUser", quota);
        }
    }

    private static DeviceHolder of(User user) {
        return new DeviceHolder(user.id(), user.name());
    }

    private static boolean isRootItself(Call call, String userName) {
        return call.caller().principal() instanceof RootUser && userName.equals(ROOT);
    }

    /** Finds whom requests name, or the caller if they name nobody. */
    static <Q> Finder<Q> target(Function<Q, @Nullable String> userName) {
        return (view, call, request) -> {
            String named = userName.apply(request);
            if (named != null && isRootItself(call, named)) {
                return Target.arn(call.caller().principal().arn(), call);
            }
            return NamedUser.<Q>targetOrCaller(userName).find(view, call, request);
        };
    }
}
