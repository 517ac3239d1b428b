package io.claviger.server.audit;

/** Text from outside, made fit to be written: of bounded length, and whole characters only. */
final class BoundedText {

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

    private static boolean hasNoSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
