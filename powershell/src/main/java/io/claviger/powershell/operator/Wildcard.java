package io.claviger.powershell.operator;

/** {@code *}, {@code ?} and {@code [a-z]} in names, as {@code -like} understands them. */
public final class Wildcard {

    private Wildcard() {}

    private static final long MOST_STEPS = 100_000_000;

    /** Whether a text has wildcards. */
    public static boolean isIn(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
    }

    /** Whether the whole text matches, without regard to case. */
    public static boolean matches(String pattern, String text) {
        return matches(pattern, text, false);
    }

    /** Whether the whole text matches. The time is proportional to the product of the lengths. */
    public static boolean matches(String pattern, String text, boolean caseSensitive) {
        check(pattern);
        int p = 0;
        int t = 0;
        int star = -1;
        int retry = 0;
        long steps = 0;
        while (t < text.length()) {
            if (++steps > MOST_STEPS) {
                throw OperatorErrors.runtime("WildcardTimeout", "The wildcard pattern takes too long for this text.");
            }
            int width = p < pattern.length() ? one(pattern, p, text.charAt(t), caseSensitive) : 0;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = t;
            } else if (width > 0) {
                p += width;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** A set of characters has an end. */
    private static void check(String pattern) {
        for (int i = pattern.indexOf('['); i >= 0; i = pattern.indexOf('[', i + 1)) {
            boolean escaped = i > 0 && pattern.charAt(i - 1) == '`';
            int end = pattern.indexOf(']', i + 2);
            if (!escaped && end < 0) {
                throw OperatorErrors.wildcard(pattern);
            }
            i = escaped ? i : end;
        }
    }

    /** How many characters of the pattern match the character; 0 if they do not. */
    private static int one(String pattern, int p, char text, boolean caseSensitive) {
        char here = pattern.charAt(p);
        if (here == '?') {
            return 1;
        }
        if (here == '`' && p + 1 < pattern.length()) {
            return same(pattern.charAt(p + 1), text, caseSensitive) ? 2 : 0;
        }
        int end = here == '[' ? pattern.indexOf(']', p + 2) : -1;
        if (end < 0) {
            return here != '*' && same(here, text, caseSensitive) ? 1 : 0;
        }
        return inSet(pattern.substring(p + 1, end), text, caseSensitive) ? end - p + 1 : 0;
    }

    private static boolean inSet(String set, char text, boolean caseSensitive) {
        for (int i = 0; i < set.length(); i++) {
            boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
            if (range) {
                char low = set.charAt(i);
                char high = set.charAt(i + 2);
                char lower = Character.toLowerCase(text);
                char upper = Character.toUpperCase(text);
                boolean plain = text >= low && text <= high;
                boolean folded = (lower >= low && lower <= high) || (upper >= low && upper <= high);
                if (plain || (!caseSensitive && folded)) {
                    return true;
                }
                i += 2;
            } else if (same(set.charAt(i), text, caseSensitive)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(char pattern, char text, boolean caseSensitive) {
        return pattern == text || (!caseSensitive && Character.toLowerCase(pattern) == Character.toLowerCase(text));
    }
}
