package io.claviger.policy.pattern;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of characters and wildcards, compiled once and matched without allocation (except with {@link #SEGMENT_RUN}) and
 * without regular expressions: a literal beginning and end are compared as strings, and what lies between is walked with
 * at most one wildcard to return to, so that the longest match takes the product of both lengths. Immutable.
 */
public final class Glob {

    /** Stands for any characters, also none. */
    public static final int RUN = -1;

    /** Stands for any one character. */
    public static final int ONE = -2;

    /** Stands for any characters except colons, also none. */
    public static final int SEGMENT_RUN = -3;

    /** Stands for any one character except a colon. */
    public static final int SEGMENT_ONE = -4;

    private final String prefix;
    private final String suffix;
    private final int @Nullable [] middle;
    private final boolean folded;
    private final boolean everything;

    private Glob(String prefix, int @Nullable [] middle, String suffix, boolean folded) {
        this.prefix = prefix;
        this.middle = middle;
        this.suffix = suffix;
        this.folded = folded;
        this.everything =
                middle != null && middle.length == 1 && middle[0] == RUN && prefix.isEmpty() && suffix.isEmpty();
    }

    /** A pattern whose characters match themselves only. */
    public static Glob of(int[] tokens) {
        return compile(tokens, false);
    }

    /**
     * A pattern of which letters A to Z match in either case.
     *
     * @param text literal characters, {@code *} and {@code ?}
     */
    public static Glob ignoringCase(String text) {
        int[] tokens = AsciiCase.lower(text)
                .chars()
                .map(c -> c == '*' ? RUN : c == '?' ? ONE : c)
                .toArray();
        return compile(tokens, true);
    }

    private static Glob compile(int[] tokens, boolean folded) {
        int first = 0;
        while (first < tokens.length && tokens[first] >= 0) {
            first++;
        }
        if (first == tokens.length) {
            return new Glob(text(tokens, 0, first), null, "", folded);
        }
        int last = tokens.length;
        while (tokens[last - 1] >= 0) {
            last--;
        }
        int[] middle = withoutRepeatedRuns(Arrays.copyOfRange(tokens, first, last));
        return new Glob(text(tokens, 0, first), middle, text(tokens, last, tokens.length), folded);
    }

    private static String text(int[] tokens, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            text.append((char) tokens[i]);
        }
        return text.toString();
    }

    private static int[] withoutRepeatedRuns(int[] tokens) {
        int length = 0;
        for (int token : tokens) {
            if (token != RUN || length == 0 || tokens[length - 1] != RUN) {
                tokens[length++] = token;
            }
        }
        return Arrays.copyOf(tokens, length);
    }

    /** The text that alone matches, or null if the pattern has wildcards. */
    public @Nullable String exact() {
        return middle == null ? prefix : null;
    }

    /** The literal characters at the beginning; all of them if the pattern has no wildcards. */
    public String prefix() {
        return prefix;
    }

    /** The tokens after the literal beginning. */
    int[] afterPrefix() {
        int[] between = middle == null ? new int[0] : middle;
        int[] tokens = Arrays.copyOf(between, between.length + suffix.length());
        for (int i = 0; i < suffix.length(); i++) {
            tokens[between.length + i] = suffix.charAt(i);
        }
        return tokens;
    }

    /** How many tokens must be walked along a text; those at both ends are compared as strings. */
    int effort() {
        return middle == null || middle.length == 1 ? 0 : middle.length;
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    /** Whether the text from the first index up to, without, the second one matches. */
    public boolean matches(String text, int from, int to) {
        if (everything) {
            return true;
        }
        int end = to - suffix.length();
        int start = from + prefix.length();
        if (end < start || !region(text, from, prefix)) {
            return false;
        }
        if (middle == null) {
            return start == to;
        }
        if (!region(text, end, suffix)) {
            return false;
        }
        return (middle.length == 1 && middle[0] == RUN)
                || GlobWalk.matches(middle, 0, middle.length, text, start, end, folded);
    }

    private boolean region(String text, int at, String literal) {
        if (!folded) {
            return text.startsWith(literal, at);
        }
        for (int i = 0; i < literal.length(); i++) {
            if (AsciiCase.lower(text.charAt(at + i)) != literal.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
