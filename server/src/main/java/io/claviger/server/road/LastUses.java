package io.claviger.server.road;

import io.claviger.access.ActionUses;
import io.claviger.access.Caller;
import io.claviger.access.Credential;
import io.claviger.access.KeyUses;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.RoleUses;
import io.claviger.iam.KeyUse;
import io.claviger.iam.RoleUse;
import io.claviger.iam.store.Store;
import io.claviger.operations.gate.Call;
import io.claviger.server.road.Handled.InFlight;
import io.claviger.server.road.Handled.Stage.Signed;
import io.claviger.sigv4.CredentialScope;
import io.claviger.sigv4.Verification.Verified;
import java.util.List;

/**
 * Takes down when keys and roles were last used, and the actions of services. Thread-safe.
 *
 * @param keys of access keys
 * @param roles of roles
 * @param actions of actions
 */
public record LastUses(KeyUses keys, RoleUses roles, ActionUses actions) {

    /** Those of a store. */
    public static LastUses in(Store store) {
        return new LastUses(new KeyUses(store), new RoleUses(store), new ActionUses(store));
    }

    /** What writes them, to be run every few seconds. */
    public List<Runnable> flushes() {
        return List.of(keys::flush, roles::flush, actions::flush);
    }

    /** A request was signed, whatever becomes of it. */
    void note(InFlight inFlight, Verified<Caller> verified) {
        CredentialScope scope = verified.scope();
        Caller caller = verified.principal();
        if (caller.credential() instanceof Credential.LongTerm key) {
            keys.record(new KeyUse(key.accessKeyId(), inFlight.at(), scope.service(), scope.region()));
        }
        if (caller.principal() instanceof AssumedRole session) {
            roles.record(new RoleUse(session.role().id(), inFlight.at(), scope.region()));
        }
    }

    /** An operation was asked for, whatever becomes of it. */
    void note(InFlight inFlight, Signed signed, String operation) {
        Call call = signed.call();
        actions.record(
                call.caller(),
                signed.service().signingName(),
                operation,
                inFlight.at(),
                call.circumstances().region());
    }
}
