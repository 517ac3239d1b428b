package io.claviger.operations.credential;

import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.pem.Certificate;
import io.claviger.operations.pem.PrivateKeyText;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate for TLS as a request brings it, found to be in order: it is valid still, the private key is its own, and
 * each certificate of the chain vouches for the one before.
 *
 * @param body the certificate in PEM, without white space around it
 * @param chain the chain likewise; null if the request has none, as it may for every certificate
 */
record CertificateBundle(String body, @Nullable String chain, Instant expiration) {

    /**
     * Checks what a request brings.
     *
     * @throws Refused for the first thing that is wrong
     */
    static CertificateBundle checked(String body, @Nullable String chain, String privateKey, Instant now) {
        Certificate certificate = Certificate.parse(body)
                .orElseThrow(() ->
                        malformed("Unable to parse certificate. Please ensure the certificate is in PEM format."));
        if (!now.isBefore(certificate.expiration())) {
            throw malformed("Certificate is no longer valid. The 'Not After' date restriction on the certificate has"
                    + " passed.");
        }
        requireKey(certificate.x509().getPublicKey(), privateKey);
        if (chain != null) {
            requireChain(certificate, chain);
        }
        return new CertificateBundle(body.strip(), chain == null ? null : chain.strip(), certificate.expiration());
    }

    private static void requireKey(PublicKey publicKey, String privateKey) {
        if (!PrivateKeyText.isKnown(publicKey)) {
            throw malformed("The key of the certificate must be an RSA key or one of an elliptic curve.");
        }
        switch (PrivateKeyText.match(privateKey, publicKey)) {
            case YES -> {}
            case NO ->
                throw new Refused(
                        ErrorCode.KEY_PAIR_MISMATCH,
                        "The private key did not match the public key provided. Please verify the key material and try"
                                + " again.");
            case NO_KEY -> throw malformed("Unable to parse private key. Please ensure the key is in PEM format.");
        }
    }

    private static void requireChain(Certificate certificate, String text) {
        // AWS refuses such a text without a word.
        List<Certificate> chain = Certificate.parseAll(text).orElseThrow(() -> malformed(""));
        Certificate vouchedFor = certificate;
        for (int i = 0; i < chain.size(); i++) {
            if (!vouchedFor.isSignedBy(chain.get(i))) {
                throw malformed("Unable to validate certificate chain. The certificate chain must start with the"
                        + " immediate signing certificate, followed by any intermediaries in order. The index within"
                        + " the chain of the invalid certificate is: " + (i - 1));
            }
            vouchedFor = chain.get(i);
        }
    }

    private static Refused malformed(String reason) {
        return new Refused(ErrorCode.MALFORMED_CERTIFICATE, reason);
    }
}
