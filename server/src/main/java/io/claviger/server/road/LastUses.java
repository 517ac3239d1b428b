package io.claviger.server.road;

import io.claviger.access.Caller;
import io.claviger.access.Credential;
import io.claviger.access.KeyUses;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.RoleUses;
import io.claviger.iam.KeyUse;
import io.claviger.iam.RoleUse;
import io.claviger.server.road.Handled.InFlight;
import io.claviger.sigv4.CredentialScope;
import io.claviger.sigv4.Verification.Verified;

/** Takes down when keys and roles were last used. Thread-safe. */
record LastUses(KeyUses keys, RoleUses roles) {

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
}
