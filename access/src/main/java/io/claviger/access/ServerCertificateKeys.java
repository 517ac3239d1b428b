package io.claviger.access;

import io.claviger.iam.SealedSecret;
import io.claviger.iam.Sealing;
import java.util.Optional;

/** Seals and opens the private keys of server certificates, each for its own certificate's ID alone. Thread-safe. */
public final class ServerCertificateKeys {

    private final Sealing sealing;

    /** Seals under the deployment's key. */
    public ServerCertificateKeys(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Seals a private key in PEM. */
    public SealedSecret seal(String certificateId, String privateKey) {
        return new SealedSecret(sealing.seal(privateKey, context(certificateId)));
    }

    /** The private key in PEM; empty when it was sealed for another certificate or under another sealing key. */
    public Optional<String> open(String certificateId, SealedSecret privateKey) {
        return sealing.open(privateKey.bytes(), context(certificateId));
    }

    /** What the private key of a certificate is sealed for: that certificate alone. */
    public static String context(String certificateId) {
        return "server-certificate:" + certificateId;
    }
}
