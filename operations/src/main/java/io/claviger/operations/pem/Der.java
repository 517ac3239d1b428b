package io.claviger.operations.pem;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * As much of DER (X.690) as it takes to put a key of an older form into the one that the JDK reads, and no more: what
 * it wraps, it does not look into.
 */
public final class Der {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int LONG_FORM = 0x80;

    /** Object identifier 1.2.840.113549.1.1.1, rsaEncryption, and its parameter NULL (RFC 3279, section 2.3.1). */
    private static final byte[] RSA = sequence(
            new byte[] {0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01},
            new byte[] {0x05, 0x00});

    private Der() {}

    /** The algorithm RSA. */
    public static byte[] rsa() {
        return RSA.clone();
    }

    /** A SubjectPublicKeyInfo (RFC 5280, section 4.1) of a key in its algorithm's own form. */
    public static byte[] publicKeyInfo(byte[] algorithm, byte[] key) {
        byte[] bits = new byte[key.length + 1];
        System.arraycopy(key, 0, bits, 1, key.length);
        return sequence(algorithm, element(BIT_STRING, bits));
    }

    /** A PrivateKeyInfo (RFC 5208, section 5) of a key in its algorithm's own form. */
    public static byte[] privateKeyInfo(byte[] algorithm, byte[] key) {
        return sequence(element(INTEGER, new byte[] {0}), algorithm, element(OCTET_STRING, key));
    }

    /** The algorithm at the beginning of a SubjectPublicKeyInfo that the JDK wrote. */
    public static byte[] algorithmOf(byte[] publicKeyInfo) {
        int algorithm = header(publicKeyInfo, 0);
        return Arrays.copyOfRange(publicKeyInfo, algorithm, end(publicKeyInfo, algorithm));
    }

    private static byte[] sequence(byte[]... elements) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] element : elements) {
            content.writeBytes(element);
        }
        return element(SEQUENCE, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length < LONG_FORM) {
            element.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int zero = length[0] == 0 ? 1 : 0;
            element.write(LONG_FORM | (length.length - zero));
            element.write(length, zero, length.length - zero);
        }
        element.writeBytes(content);
        return element.toByteArray();
    }

    /** Where the content of the element at this place begins. */
    private static int header(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < LONG_FORM ? 0 : first & ~LONG_FORM);
    }

    private static int end(byte[] der, int at) {
        int content = header(der, at);
        int first = der[at + 1] & 0xff;
        int length = first < LONG_FORM ? first : new BigInteger(1, der, at + 2, content - at - 2).intValueExact();
        return content + length;
    }
}
