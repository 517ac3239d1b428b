package io.claviger.server.export;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one export, with AES-256-GCM. What it seals is a JWE with the algorithm {@code dir}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7516">RFC 7516, JSON Web Encryption</a>
 */
record ContentKey(SecretKey key) {

    private static final int BYTES = 32;
    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

    /** A new one. */
    static ContentKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ContentKey(new SecretKeySpec(bytes, "AES"));
    }

    /** The one that a recipient was given; empty if it is damaged, or is for somebody else. */
    static Optional<ContentKey> unwrapped(String wrapped, PrivateKey recipient) {
        try {
            JWEDecrypter decrypter = recipient instanceof ECPrivateKey elliptic
                    ? new ECDHDecrypter(elliptic)
                    : new RSADecrypter(recipient);
            JWEObject jwe = JWEObject.parse(wrapped);
            jwe.decrypt(decrypter);
            return Optional.of(new ContentKey(
                    OctetSequenceKey.parse(jwe.getPayload().toString()).toSecretKey("AES")));
        } catch (JOSEException | ParseException | IllegalStateException damaged) {
            return Optional.empty();
        }
    }

    /** Seals a text. */
    String seal(String text) {
        try {
            JWEObject jwe = new JWEObject(HEADER, new Payload(text));
            jwe.encrypt(new DirectEncrypter(key));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /** The text; empty if it is damaged, or sealed with another key. */
    Optional<String> open(String sealed) {
        try {
            JWEObject jwe = JWEObject.parse(sealed);
            jwe.decrypt(new DirectDecrypter(key));
            return Optional.of(jwe.getPayload().toString());
        } catch (JOSEException | ParseException | IllegalStateException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ContentKey[…]";
    }
}
