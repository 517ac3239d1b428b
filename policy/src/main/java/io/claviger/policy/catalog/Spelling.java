package io.claviger.policy.catalog;

import io.claviger.policy.pattern.AsciiCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds names that somebody may have meant. */
final class Spelling {

    private static final int MOST = 3;
    private static final int LONGEST = 128;

    private Spelling() {}

    private record Candidate(String name, int distance) {}

    /**
     * The names that differ least from what was written, the nearest first: at most {@value #MOST}, none that differs in
     * more than a third of its letters. Case does not count.
     */
    static List<String> nearest(String written, Iterable<String> names) {
        String lower = AsciiCase.lower(written);
        if (lower.isEmpty() || lower.length() > LONGEST) {
            return List.of();
        }
        int bound = Math.max(1, lower.length() / 3);
        List<Candidate> candidates = new ArrayList<>();
        for (String name : names) {
            int distance = distance(lower, AsciiCase.lower(name), bound);
            if (distance <= bound) {
                candidates.add(new Candidate(name, distance));
            }
        }
        int least = candidates.stream().mapToInt(Candidate::distance).min().orElse(0);
        return candidates.stream()
                .filter(candidate -> candidate.distance <= least + 1)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /** The optimal string alignment distance, or any greater number than the bound if it exceeds that. */
    static int distance(String one, String other, int bound) {
        if (Math.abs(one.length() - other.length()) > bound) {
            return bound + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > bound) {
                return bound + 1;
            }
            int[] spent = before;
            before = last;
            last = row;
            row = spent;
        }
        return last[other.length()];
    }
}
