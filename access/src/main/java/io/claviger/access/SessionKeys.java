package io.claviger.access;

import io.claviger.policy.request.ContextValue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The condition keys that describe temporary credentials. Long-term ones have none of them. */
final class SessionKeys {

    private SessionKeys() {}

    /** The key's value; null if it is no such key, or the credential has no value for it. */
    static @Nullable ContextValue value(Credential credential, Instant now, String key) {
        return switch (credential) {
            case Credential.LongTerm _ -> null;
            case Credential.Temporary session ->
                switch (key) {
                    case "aws:tokenissuetime" ->
                        KeyValues.text(session.issuedAt().toString());
                    case "aws:multifactorauthpresent" ->
                        KeyValues.text(Boolean.toString(session.details().authenticatedAt() != null));
                    case "aws:multifactorauthage" -> authenticationAge(session, now);
                    case "aws:sourceidentity" ->
                        KeyValues.text(session.details().sourceIdentity());
                    case "aws:assumedroot" ->
                        session.origin() == Credential.Origin.ASSUMED_ROOT ? KeyValues.text("true") : null;
                    default -> null;
                };
        };
    }

    private static @Nullable ContextValue authenticationAge(Credential.Temporary session, Instant now) {
        Instant authenticated = session.details().authenticatedAt();
        return authenticated == null
                ? null
                : KeyValues.text(
                        Long.toString(Duration.between(authenticated, now).toSeconds()));
    }
}
