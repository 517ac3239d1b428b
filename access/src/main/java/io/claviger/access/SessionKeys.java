package io.claviger.access;

import io.claviger.access.SessionDetails.Federation;
import io.claviger.policy.request.ContextValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The condition keys that describe temporary credentials and proofs of identity. Long-term keys have none of them. */
final class SessionKeys {

    private static final String FEDERATED_PROVIDER = "aws:federatedprovider";

    private SessionKeys() {}

    /** The key's value; null if it is no such key, or the credential has no value for it. */
    static @Nullable ContextValue value(Credential credential, Instant now, String key) {
        return switch (credential) {
            case Credential.LongTerm _ -> null;
            case Credential.Proof proof ->
                key.equals(FEDERATED_PROVIDER)
                        ? KeyValues.text(proof.lasting().provider())
                        : proof.keys().get(key);
            case Credential.Temporary session ->
                switch (key) {
                    case "aws:tokenissuetime" ->
                        KeyValues.text(session.issuedAt().toString());
                    case "aws:multifactorauthpresent" ->
                        KeyValues.text(Boolean.toString(session.details().authenticatedAt() != null));
                    case "aws:multifactorauthage" -> authenticationAge(session, now);
                    case "aws:sourceidentity" ->
                        KeyValues.text(session.details().sourceIdentity());
                    default -> federated(session.details().federation(), key);
                };
        };
    }

    private static @Nullable ContextValue federated(@Nullable Federation federation, String key) {
        if (federation == null) {
            return null;
        }
        if (key.equals(FEDERATED_PROVIDER)) {
            return KeyValues.text(federation.provider());
        }
        List<String> values = federation.keys().get(key);
        if (values == null) {
            return null;
        }
        return values.size() == 1 ? KeyValues.text(values.getFirst()) : new ContextValue.Texts(values);
    }

    private static @Nullable ContextValue authenticationAge(Credential.Temporary session, Instant now) {
        Instant authenticated = session.details().authenticatedAt();
        return authenticated == null
                ? null
                : KeyValues.text(
                        Long.toString(Duration.between(authenticated, now).toSeconds()));
    }
}
