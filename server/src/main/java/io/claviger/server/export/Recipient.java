package io.claviger.server.export;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import io.claviger.operations.pem.Pem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom an export is for: who has the private key of this public one, which is of RSA or of one of NIST's curves. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-4">RFC 7518, Cryptographic Algorithms for Key Management</a>
 */
record Recipient(PublicKey key) {

    static final String LABEL = "PUBLIC KEY";

    private static final int LEAST_RSA_BITS = 2048;

    /** The recipient of a public key in PEM, as {@code openssl pkey -pubout} writes it; empty if it is anything else. */
    static Optional<Recipient> of(String pem) {
        return Pem.blocks(pem)
                .filter(blocks ->
                        blocks.size() == 1 && blocks.getFirst().label().equals(LABEL))
                .map(List::getFirst)
                .flatMap(block -> Stream.of("RSA", "EC")
                        .flatMap(algorithm -> key(algorithm, block.der()).stream())
                        .filter(Recipient::isUsable)
                        .findFirst())
                .map(Recipient::new);
    }

    private static Optional<PublicKey> key(String algorithm, byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException anotherAlgorithm) {
            return Optional.empty();
        }
    }

    private static boolean isUsable(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
            case ECPublicKey elliptic -> Curve.forECParameterSpec(elliptic.getParams()) != null;
            default -> false;
        };
    }

    /** The key in PEM. */
    String pem() {
        return Pem.text(LABEL, key.getEncoded());
    }

    /** The SHA-256 of the key in DER, as {@code openssl pkey -pubin -outform DER | sha256sum} prints it. */
    String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A content key that this recipient alone can open: a JWE of a JWK (RFC 7517, section 7). */
    String wrapped(ContentKey content) {
        try {
            JWEHeader header = new JWEHeader.Builder(algorithm(), EncryptionMethod.A256GCM)
                    .contentType("jwk+json")
                    .keyID(fingerprint())
                    .build();
            JWEObject wrapped = new JWEObject(
                    header,
                    new Payload(
                            new OctetSequenceKey.Builder(content.key()).build().toJSONString()));
            wrapped.encrypt(encrypter());
            return wrapped.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java cannot encrypt for such a key", e);
        }
    }

    private JWEAlgorithm algorithm() {
        return key instanceof RSAPublicKey ? JWEAlgorithm.RSA_OAEP_256 : JWEAlgorithm.ECDH_ES_A256KW;
    }

    private JWEEncrypter encrypter() throws JOSEException {
        return switch (key) {
            case RSAPublicKey rsa -> new RSAEncrypter(rsa);
            case ECPublicKey elliptic -> new ECDHEncrypter(elliptic);
            default -> throw new IllegalStateException("no recipient has such a key");
        };
    }
}
