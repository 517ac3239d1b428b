package io.claviger.sigv4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A secret access key, ready to check signatures with. It never shows what it holds. Safe for use by many threads.
 *
 * <p>It remembers the signing keys of the last few scopes, so that an ordinary request derives none. Nothing else
 * remembers them: dropping this object revokes the key.
 */
public final class SigningSecret {

    private static final int REMEMBERED_SCOPES = 6;

    // Not as two hash states: this object is kept by the thousand, and derives once a day.
    private final byte[] secret;

    /** Replaced whole; newest first. Two threads that derive at once cost one derivation, nothing else. */
    private volatile List<SigningKey> remembered = List.of();

    private SigningSecret(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Takes a secret access key over.
     *
     * @throws IllegalArgumentException when it is empty
     */
    public static SigningSecret of(String secretAccessKey) {
        if (secretAccessKey.isEmpty()) {
            throw new IllegalArgumentException("a secret access key is never empty");
        }
        return new SigningSecret(("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8));
    }

    /** The signing key of a scope. */
    SigningKey keyFor(CredentialScope scope) {
        List<SigningKey> known = remembered;
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).scope().equals(scope)) {
                return known.get(i);
            }
        }
        SigningKey derived = SigningKey.derive(new HmacSha256(secret), scope);
        List<SigningKey> next = new ArrayList<>(REMEMBERED_SCOPES);
        next.add(derived);
        next.addAll(known.subList(0, Math.min(known.size(), REMEMBERED_SCOPES - 1)));
        remembered = List.copyOf(next);
        return derived;
    }

    /** Always the same words: a secret is not for print. */
    @Override
    public String toString() {
        return "SigningSecret";
    }
}
