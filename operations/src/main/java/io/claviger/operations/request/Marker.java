package io.claviger.operations.request;

import io.claviger.operations.gate.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * The opaque marker of a list's next page: the name after which it begins, bound to the list it belongs to. A marker is
 * no secret and gives no right; the checksum only shows a damaged or foreign one.
 */
public final class Marker {

    private static final int CHECK_LENGTH = 4;

    private Marker() {}

    /** The marker that begins after a name, in the list that the scope names. */
    public static String after(String name, String scope) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] marker = Arrays.copyOf(check(text, scope), CHECK_LENGTH + text.length);
        System.arraycopy(text, 0, marker, CHECK_LENGTH, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(marker);
    }

    /**
     * The name after which the page begins.
     *
     * @throws Refused when no such list gave this marker
     */
    public static String read(String marker, String scope) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(marker);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        if (bytes.length < CHECK_LENGTH) {
            throw invalid();
        }
        byte[] text = Arrays.copyOfRange(bytes, CHECK_LENGTH, bytes.length);
        if (!Arrays.equals(check(text, scope), Arrays.copyOf(bytes, CHECK_LENGTH))) {
            throw invalid();
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private static Refused invalid() {
        return Refused.validation("Invalid Marker.");
    }

    private static byte[] check(byte[] text, String scope) {
        CRC32C sum = new CRC32C();
        sum.update(scope.getBytes(StandardCharsets.UTF_8));
        sum.update(0);
        sum.update(text);
        long value = sum.getValue();
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }
}
