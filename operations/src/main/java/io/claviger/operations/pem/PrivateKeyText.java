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
    private static final String OLD_ELLIPTIC = "EC PRIVATE KEY";

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
        Optional<Block> block = block(pem);
        if (block.filter(one -> one.label().equals(OLD_ELLIPTIC)).isPresent()
                && !publicKey.getAlgorithm().equals(ELLIPTIC)) {
            return Match.NO;
        }
        return block.flatMap(one -> key(one, publicKey))
                .map(key -> match(key, publicKey))
                .orElse(Match.NO_KEY);
    }

    /** The private key of this public key; empty if the text is anything else. */
    public static Optional<PrivateKey> read(String pem, PublicKey publicKey) {
        return block(pem).flatMap(block -> key(block, publicKey)).filter(key -> match(key, publicKey) == Match.YES);
    }

    private static Optional<Block> block(String pem) {
        // OpenSSL writes the parameters of a curve in a block of their own, and into the key again.
        List<Block> blocks = Pem.blocks(pem).orElse(List.of()).stream()
                .filter(block -> !block.label().equals("EC PARAMETERS"))
                .toList();
        return blocks.size() == 1 ? Optional.of(blocks.getFirst()) : Optional.empty();
    }

    private static Optional<PrivateKey> key(Block block, PublicKey publicKey) {
        byte[] der = block.der();
        return switch (block.label()) {
            case "PRIVATE KEY" -> key(RSA, der).or(() -> key(ELLIPTIC, der));
            case "RSA PRIVATE KEY" -> key(RSA, Der.privateKeyInfo(Der.rsa(), der));
            // Such a key need not name its curve, so it is read on the other key's.
            case OLD_ELLIPTIC -> key(ELLIPTIC, Der.privateKeyInfo(Der.algorithmOf(publicKey.getEncoded()), der));
            default -> Optional.empty();
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
