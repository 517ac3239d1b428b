package io.claviger.server.audit;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Text from outside, made fit to be written: of bounded length, and whole characters only. */
final class BoundedText {

    /** Characters of what stands in most members; what follows is cut off. */
    static final int MAX_SHORT = 1024;

    private static final char CUT = '\u2026';
    private static final char REPLACEMENT = '\ufffd';

    private BoundedText() {}

    /** The text; its beginning and an ellipsis where it is longer than the bound. */
    static String of(String text, int max) {
        if (text.length() <= max && hasNoSurrogates(text)) {
            return text;
        }
        int end = text.length() <= max ? text.length() : max - 1;
        StringBuilder whole = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                whole.append(c).append(text.charAt(++i));
            } else {
                whole.append(Character.isSurrogate(c) ? REPLACEMENT : c);
            }
        }
        return end < text.length() ? whole.append(CUT).toString() : whole.toString();
    }

    /** Writes a short text as a member, if there is one. */
    static void write(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, of(value, MAX_SHORT));
        }
    }

    private static boolean hasNoSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
