package io.claviger.operations.password;

import io.claviger.access.Federated;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.request.NamedUser;
import org.jspecify.annotations.Nullable;

/** The user whose login profile a request is about. */
final class ProfileUser {

    private ProfileUser() {}

    /** The user of this name, or the caller if there is no name; or a refusal. */
    static User in(Reading reading, Call call, @Nullable String userName) {
        if (userName != null) {
            return NamedUser.in(reading, call, userName);
        }
        return switch (call.caller().principal()) {
            case RootUser _, AssumedRole _, FederatedUser _, Federated _ -> throw NamedUser.notAUser();
            case IamUser self -> self(reading, self);
        };
    }

    /** The caller; one who was deleted while the request was on its way is not there any more. */
    static User self(Reading reading, IamUser caller) {
        return reading.users()
                .byId(caller.userId())
                .orElseThrow(() -> NamedUser.noSuchUser(caller.user().name()));
    }
}
