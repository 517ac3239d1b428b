package io.claviger.server.signin;

import io.claviger.access.Caller;
import io.claviger.access.Callers;
import io.claviger.access.Callers.Authenticator;
import io.claviger.access.Circumstances;
import io.claviger.access.Session;
import io.claviger.iam.store.FreshCache.Loaded;
import io.claviger.operations.Catalog;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Denied;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Permit;
import io.claviger.operations.gate.Refused;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.ChangePasswordRequest;

/**
 * A new password that somebody sets while they sign in: by ChangePassword, so that it needs the same right and has to be
 * as good. Thread-safe.
 */
public final class PasswordRenewal {

    private final Callers callers;
    private final Operation<ChangePasswordRequest> operation;
    private final Gate gate;

    /** Changes passwords by the catalog's operation, behind the gate. */
    public PasswordRenewal(Callers callers, Catalog catalog, Gate gate) {
        this.callers = callers;
        this.operation = operation(catalog);
        this.gate = gate;
    }

    @SuppressWarnings("unchecked") // an operation takes requests of the class that it names
    private static Operation<ChangePasswordRequest> operation(Catalog catalog) {
        return catalog.find("iam", "ChangePassword")
                .filter(found -> found.requestClass().equals(ChangePasswordRequest.class))
                .map(found -> (Operation<ChangePasswordRequest>) found)
                .orElseThrow();
    }

    /**
     * Changes the password.
     *
     * @param session of the one who signs in, of which nobody knows yet
     * @return why it was not changed; empty if it was
     */
    Optional<String> change(Session session, String token, SignInForm form, Circumstances circumstances) {
        Optional<Caller> caller = callers.bySessionToken(session.credential().accessKeyId(), token)
                .map(Loaded::value)
                .map(Authenticator::caller);
        if (caller.isEmpty()) {
            return Optional.of("the user has been deleted");
        }
        ChangePasswordRequest request = ChangePasswordRequest.builder()
                .oldPassword(form.password())
                .newPassword(form.newPassword().orElseThrow())
                .build();
        try {
            return switch (gate.admit(new Call(caller.get(), circumstances), operation, request)) {
                case Denied denied -> Optional.of(denied.message());
                case Permit permit -> {
                    permit.execute();
                    yield Optional.empty();
                }
            };
        } catch (Refused refused) {
            return Optional.of(refused.reason());
        }
    }
}
