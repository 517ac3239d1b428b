package io.claviger.policy.validation;

import java.util.ArrayList;
import java.util.List;

/** ARNs as policies write them, with wildcards and variables. */
final class ArnParts {

    private ArnParts() {}

    /** The parts between the first five colons, of which those within variables do not count; at least one. */
    static String[] split(String arn) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < arn.length() && parts.size() < ResourceChecks.PARTS - 1) {
            if (arn.startsWith("${", at) && arn.indexOf('}', at) > 0) {
                at = arn.indexOf('}', at);
            } else if (arn.charAt(at) == ':') {
                parts.add(arn.substring(from, at));
                from = at + 1;
            }
            at++;
        }
        parts.add(arn.substring(from));
        return parts.toArray(String[]::new);
    }

    /** Whether a part stands for more than itself. */
    static boolean open(String part) {
        return ActionChecks.wild(part) || part.contains("${");
    }

    /**
     * The tokens of a part for {@link GlobOverlap}: <code>${...}</code>, be it what varies in the form of an ARN or a
     * policy variable, may be anything.
     */
    static int[] tokens(String part) {
        List<Integer> tokens = new ArrayList<>();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            int close = part.startsWith("${", i) ? part.indexOf('}', i) : -1;
            if (close > 0) {
                tokens.add(GlobOverlap.RUN);
                i = close;
            } else if (c == '*') {
                tokens.add(GlobOverlap.RUN);
            } else {
                tokens.add(c == '?' ? GlobOverlap.ONE : (int) c);
            }
        }
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }
}
