package io.claviger.access;

import io.claviger.iam.SealedSecret;
import io.claviger.iam.Sealing;
import java.util.Optional;

/** Seals and opens the secrets of access keys, each for its own key's ID alone. Thread-safe. */
public final class AccessKeySecrets {

    private final Sealing sealing;

    /** Seals under the deployment's key. */
    public AccessKeySecrets(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Seals a secret access key. */
    public SealedSecret seal(String accessKeyId, String secret) {
        return new SealedSecret(sealing.seal(secret, context(accessKeyId)));
    }

    /** The secret access key; empty when it was sealed for another key or under another sealing key. */
    public Optional<String> open(String accessKeyId, SealedSecret secret) {
        return sealing.open(secret.bytes(), context(accessKeyId));
    }

    /** What the secret of an access key is sealed for: that key alone. */
    public static String context(String accessKeyId) {
        return "access-key:" + accessKeyId;
    }
}
