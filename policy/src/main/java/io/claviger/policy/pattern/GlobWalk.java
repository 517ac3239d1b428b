package io.claviger.policy.pattern;

import java.util.Arrays;

/** Walks tokens of {@link Glob} along a text. */
public final class GlobWalk {

    private GlobWalk() {}

    /**
     * Whether the tokens match the whole stretch of the text.
     *
     * @param tokens characters and wildcards
     * @param tokenFrom the first token
     * @param tokenTo the token after the last
     * @param text the text
     * @param from the first character
     * @param to the character after the last
     * @param folded whether letters A to Z of the text are compared in lower case
     */
    public static boolean matches(
            int[] tokens, int tokenFrom, int tokenTo, String text, int from, int to, boolean folded) {
        for (int i = tokenFrom; i < tokenTo; i++) {
            if (tokens[i] == Glob.SEGMENT_RUN) {
                return states(tokens, tokenFrom, tokenTo, text, from, to, folded);
            }
        }
        return greedy(tokens, tokenFrom, tokenTo, text, from, to, folded);
    }

    /**
     * Right because an unrestricted run can swallow whatever an earlier one could have: only the last one met need ever be
     * made longer.
     */
    private static boolean greedy(
            int[] tokens, int tokenFrom, int tokenTo, String text, int from, int to, boolean folded) {
        int token = tokenFrom;
        int at = from;
        int run = -1;
        int mark = from;
        while (at < to) {
            if (token < tokenTo && tokens[token] == Glob.RUN) {
                run = token++;
                mark = at;
            } else if (token < tokenTo && one(tokens[token], text.charAt(at), folded)) {
                token++;
                at++;
            } else if (run >= 0) {
                token = run + 1;
                at = ++mark;
            } else {
                return false;
            }
        }
        while (token < tokenTo && tokens[token] == Glob.RUN) {
            token++;
        }
        return token == tokenTo;
    }

    /** All positions in the pattern at once: needed where a run that must not cross colons follows one that may. */
    private static boolean states(
            int[] tokens, int tokenFrom, int tokenTo, String text, int from, int to, boolean folded) {
        int size = tokenTo - tokenFrom;
        boolean[] now = new boolean[size + 1];
        boolean[] next = new boolean[size + 1];
        now[0] = true;
        skipRuns(tokens, tokenFrom, now);
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            Arrays.fill(next, false);
            for (int i = 0; i < size; i++) {
                if (now[i]) {
                    int token = tokens[tokenFrom + i];
                    next[i] |= token == Glob.RUN || (token == Glob.SEGMENT_RUN && c != ':');
                    next[i + 1] |= one(token, c, folded);
                }
            }
            skipRuns(tokens, tokenFrom, next);
            boolean[] spent = now;
            now = next;
            next = spent;
        }
        return now[size];
    }

    private static void skipRuns(int[] tokens, int tokenFrom, boolean[] states) {
        for (int i = 0; i < states.length - 1; i++) {
            int token = tokens[tokenFrom + i];
            states[i + 1] |= states[i] && (token == Glob.RUN || token == Glob.SEGMENT_RUN);
        }
    }

    private static boolean one(int token, char c, boolean folded) {
        return token >= 0
                ? token == (folded ? AsciiCase.lower(c) : c)
                : token == Glob.ONE || (token == Glob.SEGMENT_ONE && c != ':');
    }
}
