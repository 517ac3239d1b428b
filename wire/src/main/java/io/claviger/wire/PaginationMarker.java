package io.claviger.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The opaque marker of a list's next page: a position bound to the list that it belongs to. It is no secret and gives no
 * right; its check only tells a damaged marker, or one of another list. Thread-safe: keeps nothing.
 */
public final class PaginationMarker {

    /** The longest marker that IAM's model lets a client send back, in characters. */
    public static final int MAX_LENGTH = 320;

    private static final int CHECK_LENGTH = 8;

    /** The longest position, in bytes of UTF-8. */
    public static final int MAX_POSITION_LENGTH = MAX_LENGTH / 4 * 3 - CHECK_LENGTH;

    private PaginationMarker() {}

    /** What became of a marker. */
    public sealed interface Read {

        /** Where its page begins. */
        record At(String position) implements Read {}

        /** No such list gave it. */
        record Foreign(WireError error) implements Read {}
    }

    /**
     * The marker of a position.
     *
     * @param scope names the list: the operation, the account and what else selects it
     * @param position where the page begins, such as the name before its first; its text can be read by anybody
     * @throws IllegalArgumentException if the position is longer than {@link #MAX_POSITION_LENGTH}
     */
    public static String encode(String scope, String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        if (text.length > MAX_POSITION_LENGTH) {
            throw new IllegalArgumentException("A position of " + text.length + " bytes is too long for a marker");
        }
        byte[] marker = Arrays.copyOf(check(scope, text), CHECK_LENGTH + text.length);
        System.arraycopy(text, 0, marker, CHECK_LENGTH, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(marker);
    }

    /** The position that {@link #encode} put into the marker for the same scope. */
    public static Read decode(String scope, String marker) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(marker);
            if (marker.length() <= MAX_LENGTH && bytes.length >= CHECK_LENGTH && isCanonical(marker, bytes)) {
                byte[] text = Arrays.copyOfRange(bytes, CHECK_LENGTH, bytes.length);
                if (Arrays.equals(check(scope, text), Arrays.copyOf(bytes, CHECK_LENGTH))) {
                    return new Read.At(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(text))
                            .toString());
                }
            }
        } catch (IllegalArgumentException | CharacterCodingException damaged) {
            return new Read.Foreign(WireError.invalidMarker());
        }
        return new Read.Foreign(WireError.invalidMarker());
    }

    /** The last character of base64 may have idle bits; a marker has one text only. */
    private static boolean isCanonical(String marker, byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(marker);
    }

    private static byte[] check(String scope, byte[] position) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(scope.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(position), CHECK_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
