package io.claviger.operations.pem;

import io.claviger.iam.Base32;
import io.claviger.operations.pem.Pem.Block;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An X.509 certificate that a request brings (RFC 5280). */
public record Certificate(X509Certificate x509) {

    /** The one certificate of a text in PEM; empty if it is anything else. */
    public static Optional<Certificate> parse(String pem) {
        return parseAll(pem).filter(all -> all.size() == 1).map(List::getFirst);
    }

    /** The certificates of a text in PEM, at least one; empty if it is anything else. */
    public static Optional<List<Certificate>> parseAll(String pem) {
        return Pem.blocks(pem).flatMap(blocks -> {
            List<Certificate> certificates = new ArrayList<>();
            for (Block block : blocks) {
                Optional<Certificate> certificate =
                        block.label().equals("CERTIFICATE") ? read(block.der()) : Optional.empty();
                if (certificate.isEmpty()) {
                    return Optional.empty();
                }
                certificates.add(certificate.get());
            }
            return Optional.of(certificates);
        });
    }

    private static Optional<Certificate> read(byte[] der) {
        try {
            X509Certificate x509 = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            // The factory would ignore what follows a certificate.
            return Arrays.equals(x509.getEncoded(), der) ? Optional.of(new Certificate(x509)) : Optional.empty();
        } catch (CertificateException malformed) {
            return Optional.empty();
        }
    }

    /** The SHA-1 of the certificate, in base 32: 32 characters. */
    public String id() {
        try {
            return Base32.encode(MessageDigest.getInstance("SHA-1").digest(x509.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-1, and a certificate that was read", e);
        }
    }

    /** Until when it is valid. */
    public Instant expiration() {
        return x509.getNotAfter().toInstant();
    }

    /** Whether another certificate's key signed this one, and its name is the issuer's. */
    public boolean isSignedBy(Certificate issuer) {
        if (!x509.getIssuerX500Principal().equals(issuer.x509.getSubjectX500Principal())) {
            return false;
        }
        try {
            x509.verify(issuer.x509.getPublicKey());
            return true;
        } catch (GeneralSecurityException anotherKey) {
            return false;
        }
    }
}
