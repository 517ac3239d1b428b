package io.claviger.federation.saml;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RSA private keys in PEM, in PKCS#8 or as older programs write them, in PKCS#1. Others cannot unwrap what assertions are
 * encrypted with.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468#section-10">RFC 7468, PKCS #8</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2">RFC 8017, RSA private keys</a>
 */
public final class SamlKeyPem {

    private static final Pattern BLOCK =
            Pattern.compile("\\s*+-----BEGIN ((?:RSA )?+PRIVATE KEY)-----([A-Za-z0-9+/=\\s]++)-----END \\1-----\\s*+");

    private static final int SHORTEST = 2048;
    private static final int LONG_FORM = 0x80;
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
    /** The algorithm's identifier: 1.2.840.113549.1.1.1 without parameters. */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    private SamlKeyPem() {}

    /** The key; empty if the text is no RSA key of at least {@value #SHORTEST} bits, or an encrypted one. */
    public static Optional<PrivateKey> read(String pem) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.matches()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            byte[] pkcs8 = block.group(1).startsWith("RSA") ? wrapped(der) : der;
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= SHORTEST
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        return element(0x30, VERSION_0, RSA, element(0x04, pkcs1));
    }

    private static byte[] element(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream der = new ByteArrayOutputStream(length + 8);
        der.write(tag);
        if (length < LONG_FORM) {
            der.write(length);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
            der.write(LONG_FORM + bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                der.write(length >> (8 * i));
            }
        }
        for (byte[] part : parts) {
            der.writeBytes(part);
        }
        return der.toByteArray();
    }
}
