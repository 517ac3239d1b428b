package io.claviger.access;

import io.claviger.iam.Sealing;
import io.claviger.policy.decision.AuthorizationMessage;
import io.claviger.policy.decision.Explanation;
import io.claviger.policy.request.ContextValue;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Denials with all their reasons, sealed: the caller hands them on and learns nothing, and who may decode messages in the
 * caller's account reads them. They can be read until the deployment's sealing key is replaced. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html">
 *     DecodeAuthorizationMessage</a>
 */
public final class AuthorizationMessages {

    /** The most characters that DecodeAuthorizationMessage takes. */
    static final int LONGEST = 10_240;

    private final Sealing sealing;

    /** Seals and opens under the deployment's key. */
    public AuthorizationMessages(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Seals a message for those who may decode it in this account; what is too long leaves out the condition keys. */
    public String encode(String accountId, AuthorizationMessage message) {
        String whole = sealed(accountId, message);
        if (whole.length() <= LONGEST) {
            return whole;
        }
        String withoutKeys = sealed(accountId, with(message, message.explanation(), Map.of()));
        return withoutKeys.length() <= LONGEST
                ? withoutKeys
                : sealed(
                        accountId,
                        with(message, new Explanation(message.explanation().decision(), List.of()), Map.of()));
    }

    private static AuthorizationMessage with(
            AuthorizationMessage message, Explanation explanation, Map<String, ContextValue> keys) {
        return new AuthorizationMessage(
                explanation, message.principalId(), message.principalArn(), message.action(), message.resource(), keys);
    }

    private String sealed(String accountId, AuthorizationMessage message) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.seal(message.json(), context(accountId)));
    }

    /** The message in the clear, as JSON; empty if this deployment did not seal it for this account. */
    public Optional<String> decode(String accountId, String encoded) {
        try {
            return sealing.open(Base64.getUrlDecoder().decode(encoded), context(accountId));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String context(String accountId) {
        return "authorization-message:" + accountId;
    }
}
