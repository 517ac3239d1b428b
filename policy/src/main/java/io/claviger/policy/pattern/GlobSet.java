package io.claviger.policy.pattern;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Many patterns, matched all at once in one walk along the text: one bit for every place in every pattern, and for each
 * character a few operations on 64 of them. So the time is bounded by the text's length and the patterns' sizes, whatever
 * they say; for a few patterns on a short text, matching one after the other is faster. Immutable.
 */
final class GlobSet {

    private static final int LATIN = 256;

    private final String[] prefixes;
    private final int[] firstBits;
    private final int words;
    private final char[] alphabet;
    private final int[] classes;
    private final long[][] steps;
    private final long[] loops;
    private final long[] segmentLoops;
    private final long[] accepting;

    GlobSet(List<Glob> globs) {
        List<Glob> sorted = globs.stream()
                .sorted(Comparator.comparingInt(glob -> glob.prefix().length()))
                .toList();
        List<int[]> tokens = sorted.stream().map(Glob::afterPrefix).toList();
        this.prefixes = sorted.stream().map(Glob::prefix).toArray(String[]::new);
        this.firstBits = new int[prefixes.length];
        this.alphabet = alphabet(tokens);
        this.classes = new int[LATIN];
        for (int i = 0; i < alphabet.length && alphabet[i] < LATIN; i++) {
            classes[alphabet[i]] = i + 1;
        }
        int bits = tokens.stream().mapToInt(one -> one.length + 1).sum();
        // word 0 stays empty, so that every other one has a neighbour to carry from
        this.words = 1 + (bits + Long.SIZE - 1) / Long.SIZE;
        this.steps = new long[alphabet.length + 1][words];
        this.loops = new long[words];
        this.segmentLoops = new long[words];
        this.accepting = new long[words];
        int bit = Long.SIZE;
        for (int i = 0; i < prefixes.length; i++) {
            firstBits[i] = bit;
            bit = place(tokens.get(i), bit);
        }
    }

    private static char[] alphabet(List<int[]> tokens) {
        StringBuilder characters = new StringBuilder(":");
        tokens.forEach(one -> Arrays.stream(one).filter(token -> token >= 0).forEach(characters::appendCodePoint));
        int[] distinct = characters.chars().sorted().distinct().toArray();
        char[] alphabet = new char[distinct.length];
        for (int i = 0; i < distinct.length; i++) {
            alphabet[i] = (char) distinct[i];
        }
        return alphabet;
    }

    /** Gives a bit to the beginning of the pattern and one to the place after each character. Returns the next free bit. */
    private int place(int[] tokens, int first) {
        int bit = first;
        for (int token : tokens) {
            switch (token) {
                case Glob.RUN -> {
                    set(loops, bit);
                    set(segmentLoops, bit);
                }
                case Glob.SEGMENT_RUN -> set(segmentLoops, bit);
                default -> {
                    bit++;
                    for (int i = 0; i < steps.length; i++) {
                        if (accepts(token, i)) {
                            set(steps[i], bit);
                        }
                    }
                }
            }
        }
        set(accepting, bit);
        return bit + 1;
    }

    private boolean accepts(int token, int charClass) {
        return switch (token) {
            case Glob.ONE -> true;
            case Glob.SEGMENT_ONE -> charClass == 0 || alphabet[charClass - 1] != ':';
            default -> charClass > 0 && alphabet[charClass - 1] == token;
        };
    }

    private static void set(long[] bits, int bit) {
        bits[bit / Long.SIZE] |= 1L << bit;
    }

    /** Whether one of the patterns matches the whole text. */
    boolean matches(String text) {
        long[] now = new long[words];
        long[] next = new long[words];
        int begun = 0;
        int furthest = 0;
        for (int at = 0; at < text.length(); at++) {
            begun = begin(begun, text, at, now);
            // no place beyond this one can be reached yet: each character moves on by one at most
            furthest = Math.max(furthest, begun == 0 ? 0 : firstBits[begun - 1]) + 1;
            char c = text.charAt(at);
            int limit = Math.min(words, furthest / Long.SIZE + 1);
            step(now, next, limit, steps[charClass(c)], c == ':' ? loops : segmentLoops);
            long[] spent = now;
            now = next;
            next = spent;
        }
        begin(begun, text, text.length(), now);
        for (int word = 1; word < words; word++) {
            if ((now[word] & accepting[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Has the patterns begin whose literal prefix ends here. */
    private int begin(int begun, String text, int at, long[] now) {
        int next = begun;
        while (next < prefixes.length && prefixes[next].length() == at) {
            if (text.startsWith(prefixes[next])) {
                set(now, firstBits[next]);
            }
            next++;
        }
        return next;
    }

    private static void step(long[] now, long[] next, int limit, long[] step, long[] loop) {
        for (int word = 1; word < limit; word++) {
            next[word] = ((now[word] << 1 | now[word - 1] >>> 63) & step[word]) | (now[word] & loop[word]);
        }
    }

    private int charClass(char c) {
        return c < LATIN ? classes[c] : Math.max(0, Arrays.binarySearch(alphabet, c) + 1);
    }
}
