package io.claviger.corecmdlets;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts line by line: {@code -} stands before what is missing, {@code +} before what is too much. */
final class LineDiff {

    private LineDiff() {}

    /** All lines, with two characters before each. */
    static List<String> of(String wanted, String printed) {
        List<String> left = wanted.lines().toList();
        List<String> right = printed.lines().toList();
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).equals(right.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
                lines.add("  " + left.get(i++));
                j++;
            } else if (i < left.size() && (j == right.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + left.get(i++));
            } else {
                lines.add("+ " + right.get(j++));
            }
        }
        return lines;
    }
}
