package io.claviger.access;

import io.claviger.policy.request.ContextValue;
import org.jspecify.annotations.Nullable;

/** The condition keys that describe temporary credentials. Long-term ones have none of them. */
final class SessionKeys {

    private SessionKeys() {}

    /** The key's value; null if it is no such key, or the credential has no value for it. */
    static @Nullable ContextValue value(Credential credential, String key) {
        return switch (credential) {
            case Credential.LongTerm _ -> null;
            case Credential.Temporary session ->
                switch (key) {
                    case "aws:tokenissuetime" ->
                        KeyValues.text(session.issuedAt().toString());
                    // No session is made with a second factor yet.
                    case "aws:multifactorauthpresent" -> KeyValues.text("false");
                    default -> null;
                };
        };
    }
}
