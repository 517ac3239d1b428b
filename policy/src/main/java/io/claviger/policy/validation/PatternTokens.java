package io.claviger.policy.validation;

import io.claviger.policy.pattern.AsciiCase;
import io.claviger.policy.pattern.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Patterns of policies as tokens for {@link GlobInclusion}; equal variables have equal tokens in one of these. */
final class PatternTokens {

    private static final int HEAD_COLONS = 5;

    private final Map<String, Integer> variables = new HashMap<>();

    /** An action: no case, and wildcards match everything. */
    static int[] action(String text) {
        return AsciiCase.lower(text)
                .chars()
                .map(c -> c == '*' ? Glob.RUN : c == '?' ? Glob.ONE : c)
                .toArray();
    }

    /** A resource, as it is evaluated: only a star at the end of one of the first five parts crosses colons there. */
    int[] resource(String text) {
        List<Integer> tokens = new ArrayList<>();
        int colons = text.equals("*") ? HEAD_COLONS : 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean head = colons < HEAD_COLONS;
            int close = text.startsWith("${", i) ? text.indexOf('}', i) : -1;
            if (close > 0) {
                tokens.add(variable(text.substring(i, close + 1)));
                i = close;
            } else if (c == '*') {
                boolean ends = i + 1 == text.length() || text.charAt(i + 1) == ':' || text.charAt(i + 1) == '*';
                tokens.add(head && !ends ? Glob.SEGMENT_RUN : Glob.RUN);
            } else if (c == '?') {
                tokens.add(head ? Glob.SEGMENT_ONE : Glob.ONE);
            } else {
                colons += c == ':' ? 1 : 0;
                tokens.add((int) (head ? AsciiCase.lower(c) : c));
            }
        }
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    private int variable(String text) {
        String name = AsciiCase.lower(text);
        return variables.computeIfAbsent(name, added -> GlobInclusion.OPAQUE + variables.size());
    }
}
