package io.claviger.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code application/x-www-form-urlencoded} text, see
 * <a href="https://url.spec.whatwg.org/#urlencoded-parsing">the URL standard</a>, but refuses what that repairs. For one
 * thread. Each fault comes back as a sentence, null means none.
 */
final class FormDecoder {

    private static final int HEX = 16;
    private static final int ASCII_END = 0x80;

    private final Map<String, String> parameters = new LinkedHashMap<>();

    Map<String, String> parameters() {
        return parameters;
    }

    @Nullable
    String addQuery(String query) {
        for (int i = 0; i < query.length(); i++) {
            if (query.charAt(i) >= ASCII_END) {
                return "The query string has a character that is not ASCII.";
            }
        }
        return add(query.getBytes(StandardCharsets.US_ASCII));
    }

    @Nullable
    String add(byte[] form) {
        int start = 0;
        while (start < form.length) {
            int end = indexOf(form, '&', start, form.length);
            String fault = end == start ? null : addPair(form, start, end);
            if (fault != null) {
                return fault;
            }
            start = end + 1;
        }
        return null;
    }

    private @Nullable String addPair(byte[] form, int start, int end) {
        if (parameters.size() == Parameters.MAX_PARAMETERS) {
            return "The request has more than " + Parameters.MAX_PARAMETERS + " parameters.";
        }
        int equals = indexOf(form, '=', start, end);
        String name = decode(form, start, equals);
        String value = equals == end ? "" : decode(form, equals + 1, end);
        if (name == null || value == null) {
            return "The request has a parameter that is not correctly percent-encoded UTF-8.";
        }
        if (name.isEmpty() || name.length() > Parameters.MAX_NAME_LENGTH) {
            return "The request has a parameter whose name is empty or longer than " + Parameters.MAX_NAME_LENGTH
                    + " characters.";
        }
        return parameters.putIfAbsent(name, value) == null ? null : "The parameter " + name + " is given twice.";
    }

    private static int indexOf(byte[] form, char wanted, int start, int end) {
        for (int i = start; i < end; i++) {
            if (form[i] == wanted) {
                return i;
            }
        }
        return end;
    }

    private static @Nullable String decode(byte[] form, int start, int end) {
        for (int i = start; i < end; i++) {
            byte b = form[i];
            if (b == '%' || b == '+' || b < 0) {
                return decodeSlowly(form, start, end);
            }
        }
        return new String(form, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String decodeSlowly(byte[] form, int start, int end) {
        byte[] decoded = new byte[end - start];
        int size = 0;
        boolean ascii = true;
        for (int i = start; i < end; i++) {
            int b = form[i];
            if (b == '%') {
                if (end - i < 3) {
                    return null;
                }
                int high = Character.digit(form[i + 1], HEX);
                int low = Character.digit(form[i + 2], HEX);
                if (high < 0 || low < 0) {
                    return null;
                }
                b = (byte) (high * HEX + low);
                i += 2;
            } else if (b == '+') {
                b = ' ';
            }
            ascii &= b >= 0;
            decoded[size++] = (byte) b;
        }
        return ascii ? new String(decoded, 0, size, StandardCharsets.ISO_8859_1) : utf8(decoded, size);
    }

    private static @Nullable String utf8(byte[] bytes, int size) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, size))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
