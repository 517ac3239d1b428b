package io.claviger.operations.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.pem.Der;
import io.claviger.operations.pem.Pem;
import io.claviger.operations.pem.Pem.Block;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * An RSA public key as users upload it, in OpenSSH's form or in PEM, and as answers show it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4253#section-6.6">RFC 4253, section 6.6</a>
 */
record RsaKeyText(RSAPublicKey key) {

    private static final String ALGORITHM = "ssh-rsa";
    private static final String PUBLIC_KEY = "PUBLIC KEY";
    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 16_384;

    /**
     * Reads a key.
     *
     * @throws Refused if the text has neither form, or the key in it is none that IAM takes
     */
    static RsaKeyText parse(String text) {
        String[] words = text.strip().split("\\s+", 3);
        if (words.length > 1 && words[0].equals(ALGORITHM)) {
            return new RsaKeyText(key(openSsh(words[1])));
        }
        List<Block> blocks = Pem.blocks(text).filter(all -> all.size() == 1).orElseThrow(RsaKeyText::unrecognized);
        Block block = blocks.getFirst();
        return new RsaKeyText(key(
                switch (block.label()) {
                    case PUBLIC_KEY -> new X509EncodedKeySpec(block.der());
                    case "RSA PUBLIC KEY" -> new X509EncodedKeySpec(Der.publicKeyInfo(Der.rsa(), block.der()));
                    default -> throw unrecognized();
                }));
    }

    private static KeySpec openSsh(String base64) {
        try {
            ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            if (!Arrays.equals(next(blob), ALGORITHM.getBytes(US_ASCII))) {
                throw invalid();
            }
            BigInteger exponent = new BigInteger(next(blob));
            BigInteger modulus = new BigInteger(next(blob));
            if (blob.hasRemaining()) {
                throw invalid();
            }
            return new RSAPublicKeySpec(modulus, exponent);
        } catch (IllegalArgumentException | BufferUnderflowException | ArithmeticException damaged) {
            throw invalid();
        }
    }

    /** The next string of the blob: its length in four bytes, then itself. */
    private static byte[] next(ByteBuffer blob) {
        int length = blob.getInt();
        if (length <= 0 || length > blob.remaining()) {
            throw invalid();
        }
        byte[] text = new byte[length];
        blob.get(text);
        return text;
    }

    private static RSAPublicKey key(KeySpec spec) {
        try {
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
            int bits = key.getModulus().bitLength();
            if (bits < LEAST_BITS || bits > MOST_BITS) {
                throw invalid();
            }
            return key;
        } catch (GeneralSecurityException noKey) {
            throw invalid();
        }
    }

    /** In OpenSSH's form, without a comment. */
    String openSsh() {
        return ALGORITHM + " " + Base64.getEncoder().encodeToString(blob());
    }

    /** In PEM, as a SubjectPublicKeyInfo. */
    String pem() {
        return Pem.text(PUBLIC_KEY, key.getEncoded());
    }

    /** The MD5 of the key's blob: pairs of hexadecimal digits between colons. */
    String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":")
                    .formatHex(MessageDigest.getInstance("MD5").digest(blob()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private byte[] blob() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream blob = new DataOutputStream(bytes)) {
            for (byte[] part : List.of(
                    ALGORITHM.getBytes(US_ASCII),
                    key.getPublicExponent().toByteArray(),
                    key.getModulus().toByteArray())) {
                blob.writeInt(part.length);
                blob.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Refused unrecognized() {
        return new Refused(ErrorCode.UNRECOGNIZED_PUBLIC_KEY_ENCODING, "Invalid public key uploaded.");
    }

    private static Refused invalid() {
        return new Refused(ErrorCode.INVALID_PUBLIC_KEY, "Invalid body for public key");
    }
}
