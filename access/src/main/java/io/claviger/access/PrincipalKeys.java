package io.claviger.access;

import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.policy.request.ContextValue;
import org.jspecify.annotations.Nullable;

/** The condition keys that describe who calls. */
final class PrincipalKeys {

    private static final String TAG = "aws:principaltag/";

    private PrincipalKeys() {}

    /** The key's value; null if it is no such key, or the principal has no value for it. */
    static @Nullable ContextValue value(Principal principal, String key) {
        if (principal instanceof Federated) {
            // Only the session that is to be made has them.
            return null;
        }
        return switch (key) {
            case "aws:principalarn" -> KeyValues.text(principal.policyArn());
            case "aws:principalaccount" -> KeyValues.text(principal.accountId());
            case "aws:principaltype" ->
                KeyValues.text(
                        switch (principal) {
                            case RootUser _ -> "Account";
                            case IamUser _ -> "User";
                            case AssumedRole _ -> "AssumedRole";
                            case FederatedUser _ -> "FederatedUser";
                            case Federated _ -> "Federated";
                        });
            case "aws:userid" -> KeyValues.text(principal.userId());
            case "aws:username" ->
                principal instanceof IamUser user ? KeyValues.text(user.user().name()) : null;
            case "aws:principalisawsservice" -> KeyValues.text("false");
            default -> key.startsWith(TAG) ? tag(principal, key.substring(TAG.length())) : null;
        };
    }

    private static @Nullable ContextValue tag(Principal principal, String key) {
        return switch (principal) {
            case RootUser _, Federated _ -> null;
            case IamUser user -> KeyValues.tag(user.user().tags(), key);
            case AssumedRole session -> KeyValues.tag(session.tags(), key);
            case FederatedUser session -> KeyValues.tag(session.tags(), key);
        };
    }
}
