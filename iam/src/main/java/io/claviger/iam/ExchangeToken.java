package io.claviger.iam;

import java.util.Optional;

/**
 * What the account that made a delegation request trades in for credentials, once the request is approved. It can do so as
 * often as it likes until the access ends. Immutable; its {@link #toString} shows nothing of the secret.
 *
 * @param requestId the delegation request
 * @param secret drawn for this request; the store keeps {@link SecretHash} of it
 */
public record ExchangeToken(String requestId, String secret) {

    private static final char SEPARATOR = '.';

    /** The token of a text; empty if the text has not the form of one. */
    public static Optional<ExchangeToken> parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        return separator < 1 || separator == text.length() - 1
                ? Optional.empty()
                : Optional.of(new ExchangeToken(text.substring(0, separator), text.substring(separator + 1)));
    }

    /** The token as it is sent and traded in. */
    public String text() {
        return requestId + SEPARATOR + secret;
    }

    @Override
    public String toString() {
        return "ExchangeToken[" + requestId + "]";
    }
}
