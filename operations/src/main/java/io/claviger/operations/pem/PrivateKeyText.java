package io.claviger.operations.pem;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.claviger.operations.pem.Pem.Block;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/** A private key of RSA or of an elliptic curve as a request brings it: in PEM, without a password. */
public final class PrivateKeyText {

    private static final String RSA = "RSA";
    private static final String ELLIPTIC = "EC";

    private PrivateKeyText() {}

    /** Whether a private key is a public one's. */
    public enum Match {
        YES,
        NO,
        /** The text is no private key at all. */
        NO_KEY
    }

    /** Whether keys of this algorithm are known here. */
    public static boolean isKnown(PublicKey key) {
        return key.getAlgorithm().equals(RSA) || key.getAlgorithm().equals(ELLIPTIC);
    }

    /** Whether the text is the private key of this public key, whose algorithm must be known. */
    public static Match match(String pem, PublicKey publicKey) {
        // OpenSSL writes the parameters of a curve in a block of their own, and into the key again.
        List<Block> blocks = Pem.blocks(pem).orElse(List.of()).stream()
                .filter(block -> !block.label().equals("EC PARAMETERS"))
                .toList();
        if (blocks.size() != 1) {
            return Match.NO_KEY;
        }
        byte[] der = blocks.getFirst().der();
        return switch (blocks.getFirst().label()) {
            case "PRIVATE KEY" ->
                key(RSA, der)
                        .or(() -> key(ELLIPTIC, der))
                        .map(key -> match(key, publicKey))
                        .orElse(Match.NO_KEY);
            case "RSA PRIVATE KEY" ->
                key(RSA, Der.privateKeyInfo(Der.rsa(), der))
                        .map(key -> match(key, publicKey))
                        .orElse(Match.NO_KEY);
            // Such a key need not name its curve, so it is read on the certificate's.
            case "EC PRIVATE KEY" ->
                publicKey.getAlgorithm().equals(ELLIPTIC)
                        ? key(ELLIPTIC, Der.privateKeyInfo(Der.algorithmOf(publicKey.getEncoded()), der))
                                .map(key -> match(key, publicKey))
                                .orElse(Match.NO_KEY)
                        : Match.NO;
            default -> Match.NO_KEY;
        };
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] privateKeyInfo) {
        try {
            return Optional.of(
                    KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(privateKeyInfo)));
        } catch (GeneralSecurityException anotherForm) {
            return Optional.empty();
        }
    }

    /** What the one signs, the other must verify. */
    private static Match match(PrivateKey privateKey, PublicKey publicKey) {
        if (!privateKey.getAlgorithm().equals(publicKey.getAlgorithm())) {
            return Match.NO;
        }
        byte[] text = "Which key signed this?".getBytes(US_ASCII);
        try {
            Signature signature =
                    Signature.getInstance(publicKey.getAlgorithm().equals(RSA) ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(privateKey);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(text);
            return signature.verify(signed) ? Match.YES : Match.NO;
        } catch (GeneralSecurityException otherParameters) {
            return Match.NO;
        }
    }
}
