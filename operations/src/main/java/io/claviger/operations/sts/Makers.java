package io.claviger.operations.sts;

import io.claviger.access.Caller;
import io.claviger.access.Credential;
import io.claviger.access.Federated;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who makes a session of another role: what the session keeps of them. */
final class Makers {

    private Makers() {}

    /** The unique IDs of the caller, and of those who made the caller's own session. */
    static List<String> of(Caller caller) {
        Set<String> ids = new LinkedHashSet<>();
        if (caller.credential() instanceof Credential.Temporary session) {
            ids.addAll(session.details().makers());
        }
        switch (caller.principal()) {
            case IamUser user -> ids.add(user.userId());
            case AssumedRole session -> ids.add(session.role().id());
            case FederatedUser session -> ids.add(session.makerId());
            // Neither can be quarantined.
            case RootUser _, Federated _ -> {}
        }
        return List.copyOf(ids);
    }
}
