package io.claviger.sigv4;

/** The canonical form of a header's value. */
final class HeaderValue {

    private HeaderValue() {}

    /**
     * Appends a value without leading and trailing white space, and one space for each run inside. A line fold, which
     * RFC 9112, section 5.2, lets a server take for spaces, is such a run.
     *
     * @return whether the value is one a header may have; a bare line break or another control character is not
     */
    static boolean append(CanonicalText out, String value) {
        if (out.appendPlain(value)) {
            return true;
        }
        StringBuilder canonical = new StringBuilder(value.length());
        boolean gap = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isSpace(c)) {
                gap = true;
            } else if (isFold(value, i)) {
                i += c == '\r' ? 1 : 0;
                gap = true;
            } else if (!isText(value, i)) {
                return false;
            } else {
                canonical.append(gap && !canonical.isEmpty() ? " " : "").append(c);
                gap = false;
            }
        }
        out.append(canonical.toString());
        return true;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isFold(String value, int i) {
        int lineFeed = value.charAt(i) == '\r' ? i + 1 : i;
        return lineFeed + 1 < value.length() && value.charAt(lineFeed) == '\n' && isSpace(value.charAt(lineFeed + 1));
    }

    private static boolean isText(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
        }
        return c > ' ' && c != 0x7f;
    }
}
