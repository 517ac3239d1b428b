package io.claviger.server.http;

import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads a private key in PEM: in PKCS#8, or as older programs write RSA and EC keys, in PKCS#1 or SEC 1.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468#section-10">RFC 7468, PKCS #8</a>
 */
final class PrivateKeyPem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

    private PrivateKeyPem() {}

    /**
     * The private key in a file's bytes, which must be that of the public key.
     *
     * @param file what the bytes are from, for messages
     */
    static PrivateKey read(Path file, byte[] bytes, PublicKey publicKey) {
        byte[] encoded = pkcs8(file, new String(bytes, StandardCharsets.ISO_8859_1), publicKey);
        try {
            PrivateKey key =
                    KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (!belongTogether(key, publicKey)) {
                throw new UnusableTls(file + " is not the key of the certificate", null);
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw noSuchKey(file, publicKey, e);
        }
    }

    private static byte[] pkcs8(Path file, String text, PublicKey publicKey) {
        if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || text.contains("Proc-Type: 4,ENCRYPTED")) {
            throw new UnusableTls(
                    file + " is encrypted; decrypt it with: openssl pkey -in " + file + " -out key.pem", null);
        }
        if (text.contains("-----BEGIN OPENSSH PRIVATE KEY-----")) {
            throw new UnusableTls(
                    file + " is in OpenSSH's form; convert a copy of it with: ssh-keygen -p -m PKCS8 -f COPY", null);
        }
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            switch (block.group(1)) {
                case "PRIVATE KEY" -> {
                    return decoded(file, block.group(2));
                }
                case "RSA PRIVATE KEY" -> {
                    return wrapped(file, block.group(2), "RSA", publicKey);
                }
                case "EC PRIVATE KEY" -> {
                    return wrapped(file, block.group(2), "EC", publicKey);
                }
                default -> {
                    // Such as EC PARAMETERS, which openssl writes before the key.
                }
            }
        }
        throw new UnusableTls(file + " holds no private key in PEM (-----BEGIN PRIVATE KEY-----)", null);
    }

    private static byte[] wrapped(Path file, String base64, String algorithm, PublicKey publicKey) {
        if (!publicKey.getAlgorithm().equals(algorithm)) {
            throw noSuchKey(file, publicKey, null);
        }
        return Pkcs8.wrap(decoded(file, base64), publicKey);
    }

    private static byte[] decoded(Path file, String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UnusableTls(file + " is damaged: its base 64 cannot be decoded", e);
        }
    }

    private static UnusableTls noSuchKey(Path file, PublicKey publicKey, @Nullable Throwable cause) {
        return new UnusableTls(
                file + " holds no " + publicKey.getAlgorithm()
                        + " key that can be read, which is what the certificate is for",
                cause);
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
