package io.claviger.server.http;

import java.io.ByteArrayOutputStream;
import java.security.PublicKey;
import java.util.Arrays;

/**
 * Makes PKCS#8, which the JDK reads, of the keys of PKCS#1 and SEC 1: an envelope with a version and with the algorithm
 * around the same bytes. The algorithm is the one that the certificate's public key names.
 *
 * <pre>
 * PrivateKeyInfo ::= SEQUENCE { version INTEGER, algorithm AlgorithmIdentifier, privateKey OCTET STRING }
 * SubjectPublicKeyInfo ::= SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING }
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5208#section-5">RFC 5208, PKCS #8</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5915">RFC 5915, EC private keys</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2">RFC 8017, RSA private keys</a>
 */
final class Pkcs8 {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
    private static final int LONG_FORM = 0x80;

    private Pkcs8() {}

    /** The key in PKCS#8. */
    static byte[] wrap(byte[] key, PublicKey publicKey) {
        return element(SEQUENCE, VERSION_0, algorithm(publicKey.getEncoded()), element(OCTET_STRING, key));
    }

    /** The first element within the outermost one of what the JDK encoded. */
    private static byte[] algorithm(byte[] publicKeyInfo) {
        int begin = contentStart(publicKeyInfo, 0);
        int content = contentStart(publicKeyInfo, begin);
        return Arrays.copyOfRange(publicKeyInfo, begin, content + length(publicKeyInfo, begin));
    }

    private static int contentStart(byte[] der, int element) {
        int first = der[element + 1] & 0xff;
        return element + 2 + (first < LONG_FORM ? 0 : first - LONG_FORM);
    }

    private static int length(byte[] der, int element) {
        int first = der[element + 1] & 0xff;
        if (first < LONG_FORM) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < first - LONG_FORM; i++) {
            length = length << 8 | (der[element + 2 + i] & 0xff);
        }
        return length;
    }

    private static byte[] element(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
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
