package io.claviger.policy.validation;

import io.claviger.policy.pattern.Glob;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether every text that one pattern matches is also matched by another one: an exact test, which follows the first
 * pattern's positions together with the sets of positions that the other may then be in, and keeps only the smallest of
 * those sets. Patterns are tokens of {@link Glob}; a token from {@link #OPAQUE} on stands for an unknown text that is the
 * same wherever the token stands. Some questions have no short answer; then the answer is no.
 */
final class GlobInclusion {

    /** The first of the tokens that stand for unknown texts. */
    static final int OPAQUE = Character.MAX_CODE_POINT + 1;

    private static final int OTHER = Character.MAX_CODE_POINT;
    private static final int MOST_STEPS = 20_000;

    private final int[] narrow;
    private final int[] wide;
    private final int[] alphabet;
    private final Map<Integer, List<BitSet>> seen = new HashMap<>();
    private final Deque<State> open = new ArrayDeque<>();

    private record State(int at, BitSet positions) {}

    private GlobInclusion(int[] narrow, int[] wide) {
        this.narrow = narrow;
        this.wide = wide;
        TreeSet<Integer> letters = new TreeSet<>(List.of((int) ':', OTHER));
        for (int[] tokens : new int[][] {narrow, wide}) {
            for (int token : tokens) {
                if (token >= 0) {
                    letters.add(token);
                }
            }
        }
        this.alphabet = letters.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether the wide pattern matches all that the narrow one does. */
    static boolean includes(int[] wide, int[] narrow) {
        int prefix = 0;
        while (prefix < wide.length && wide[prefix] >= 0) {
            if (prefix >= narrow.length || narrow[prefix] != wide[prefix]) {
                return false;
            }
            prefix++;
        }
        if (prefix == wide.length) {
            return narrow.length == prefix;
        }
        return new GlobInclusion(narrow, wide).search();
    }

    private boolean search() {
        BitSet start = new BitSet();
        add(start, 0);
        visit(0, start);
        int steps = 0;
        while (!open.isEmpty()) {
            State state = open.pop();
            if (accepts(narrow, state.at) && !state.positions.get(wide.length)) {
                return false;
            }
            if (++steps > MOST_STEPS) {
                return false;
            }
            for (int letter : alphabet) {
                step(state, letter);
            }
        }
        return true;
    }

    private void step(State state, int letter) {
        BitSet targets = new BitSet();
        int at = state.at;
        while (at < narrow.length) {
            int token = narrow[at];
            if (repeats(token)) {
                if (fits(token, letter)) {
                    targets.set(at);
                }
                at++;
            } else {
                if (fits(token, letter)) {
                    targets.set(at + 1);
                }
                break;
            }
        }
        if (targets.isEmpty()) {
            return;
        }
        BitSet next = new BitSet();
        for (int i = state.positions.nextSetBit(0); i >= 0 && i < wide.length; i = state.positions.nextSetBit(i + 1)) {
            if (fits(wide[i], letter)) {
                add(next, repeats(wide[i]) ? i : i + 1);
            }
        }
        targets.stream().forEach(target -> visit(target, next));
    }

    /** Adds a position and those that need no letter to be reached from it. */
    private void add(BitSet positions, int from) {
        int at = from;
        positions.set(at);
        while (at < wide.length && repeats(wide[at])) {
            positions.set(++at);
        }
    }

    private void visit(int at, BitSet positions) {
        List<BitSet> known = seen.computeIfAbsent(at, position -> new ArrayList<>());
        for (BitSet smaller : known) {
            BitSet rest = (BitSet) smaller.clone();
            rest.andNot(positions);
            if (rest.isEmpty()) {
                return;
            }
        }
        known.add(positions);
        open.push(new State(at, positions));
    }

    private static boolean accepts(int[] tokens, int from) {
        for (int i = from; i < tokens.length; i++) {
            if (!repeats(tokens[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean repeats(int token) {
        return token == Glob.RUN || token == Glob.SEGMENT_RUN;
    }

    /** An unknown text may be of any length and hold colons, so only itself and a whole run are sure to match it. */
    private static boolean fits(int token, int letter) {
        return switch (token) {
            case Glob.RUN -> true;
            case Glob.ONE -> letter < OPAQUE;
            case Glob.SEGMENT_RUN, Glob.SEGMENT_ONE -> letter < OPAQUE && letter != ':';
            default -> token == letter;
        };
    }
}
