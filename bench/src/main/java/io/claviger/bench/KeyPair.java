package io.claviger.bench;

import io.claviger.sigv4.Signer;
import io.claviger.sigv4.SigningSecret;

/** An access key's ID and its secret. */
record KeyPair(String id, String secret) {

    /** Signs for a service. */
    Signer signer(String service) {
        return Signer.of(id, SigningSecret.of(secret), "us-east-1", service);
    }

    @Override
    public String toString() {
        return id;
    }
}
