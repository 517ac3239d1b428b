package io.claviger.policy.validation;

import io.claviger.policy.pattern.Glob;

/** Whether some text matches two patterns at once. */
final class GlobOverlap {

    static final int RUN = Glob.RUN;
    static final int ONE = Glob.ONE;

    private GlobOverlap() {}

    /** Walks both patterns together, in time proportional to the product of their lengths. */
    static boolean overlap(int[] one, int[] other) {
        boolean[] row = new boolean[other.length + 1];
        for (int i = 0; i <= one.length; i++) {
            boolean[] next = new boolean[other.length + 1];
            for (int j = 0; j <= other.length; j++) {
                boolean start = i == 0 && j == 0;
                boolean both = i > 0 && j > 0 && meet(one[i - 1], other[j - 1]) && row[j - 1];
                boolean first = i > 0 && one[i - 1] == RUN && row[j];
                boolean firstGrows = j > 0 && i > 0 && one[i - 1] == RUN && next[j - 1];
                boolean second = j > 0 && other[j - 1] == RUN && next[j - 1];
                boolean secondGrows = i > 0 && j > 0 && other[j - 1] == RUN && row[j];
                next[j] = start || both || first || firstGrows || second || secondGrows;
            }
            row = next;
        }
        return row[other.length];
    }

    private static boolean meet(int one, int other) {
        return one < 0 || other < 0 || one == other;
    }
}
