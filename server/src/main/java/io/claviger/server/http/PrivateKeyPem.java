package io.claviger.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a private key in PEM.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468#section-10">RFC 7468, PKCS #8</a>
 */
final class PrivateKeyPem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");
    private static final int MAX_SIZE = 1024 * 1024;

    private PrivateKeyPem() {}

    /** The private key in the file, which must be that of the public key. */
    static PrivateKey read(Path file, PublicKey publicKey) {
        byte[] encoded = pkcs8(file, text(file));
        try {
            PrivateKey key =
                    KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (!belongTogether(key, publicKey)) {
                throw new UnusableTls(file + " is not the key of the certificate", null);
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new UnusableTls(
                    file + " holds no " + publicKey.getAlgorithm() + " key, which is what the certificate is for", e);
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw new UnusableTls(file + " is too large to be a private key", null);
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UnusableTls("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static byte[] pkcs8(Path file, String text) {
        if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || text.contains("Proc-Type: 4,ENCRYPTED")) {
            throw new UnusableTls(
                    file + " is encrypted; decrypt it with: openssl pkey -in " + file + " -out key.pem", null);
        }
        if (text.contains("-----BEGIN RSA PRIVATE KEY-----") || text.contains("-----BEGIN EC PRIVATE KEY-----")) {
            throw new UnusableTls(
                    file + " is not in PKCS#8; convert it with: openssl pkcs8 -topk8 -nocrypt -in " + file
                            + " -out key.pem",
                    null);
        }
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals("PRIVATE KEY")) {
                try {
                    return Base64.getMimeDecoder().decode(block.group(2));
                } catch (IllegalArgumentException e) {
                    throw new UnusableTls(file + " is damaged: its base 64 cannot be decoded", e);
                }
            }
        }
        throw new UnusableTls(file + " holds no private key in PEM (-----BEGIN PRIVATE KEY-----)", null);
    }

    private static boolean belongTogether(PrivateKey privateKey, PublicKey publicKey) throws GeneralSecurityException {
        String algorithm = switch (publicKey.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case String other -> other;
        };
        byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(privateKey);
        signing.update(probe);
        byte[] signature = signing.sign();
        Signature verifying = Signature.getInstance(algorithm);
        verifying.initVerify(publicKey);
        verifying.update(probe);
        return verifying.verify(signature);
    }
}
