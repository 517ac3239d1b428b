package io.claviger.policy.reference;

import java.util.ArrayList;
import java.util.List;

/** Whether the pattern of a resource matches an ARN. */
final class ReferenceResources {

    private ReferenceResources() {}

    /**
     * Whether a pattern matches: as it is written, or with stars for the parts that it leaves out at its end.
     *
     * @param halves whether what an ARN leaves out stands for everything
     */
    static boolean matches(List<Symbol> written, String arn, boolean halves) {
        if (Symbol.text(written).equals("*") && written.getFirst().author()) {
            return true;
        }
        if (matches(written, arn)) {
            return true;
        }
        List<Symbol> pattern = new ArrayList<>(written);
        for (long colons = colons(pattern); halves && colons < 5; colons++) {
            pattern.add(new Symbol(':', true));
            pattern.add(new Symbol('*', true));
        }
        return matches(pattern, arn);
    }

    private static boolean matches(List<Symbol> pattern, String arn) {
        String text = lowerHead(arn);
        int tail = 0;
        for (int colons = 0; tail < pattern.size() && colons < 5; tail++) {
            colons += pattern.get(tail).is(':') ? 1 : 0;
        }
        boolean[][] table = new boolean[pattern.size() + 1][text.length() + 1];
        for (int p = pattern.size(); p >= 0; p--) {
            boolean mayCrossColons = p >= tail || endsItsPart(pattern, p);
            for (int t = text.length(); t >= 0; t--) {
                boolean end = t == text.length();
                if (p == pattern.size()) {
                    table[p][t] = end;
                    continue;
                }
                Symbol symbol = pattern.get(p);
                boolean head = p < tail;
                boolean colon = !end && text.charAt(t) == ':';
                if (symbol.is('*')) {
                    table[p][t] = table[p + 1][t] || (!end && (mayCrossColons || !colon) && table[p][t + 1]);
                } else if (symbol.is('?')) {
                    table[p][t] = !end && !(head && colon) && table[p + 1][t + 1];
                } else {
                    table[p][t] = !end && fits(symbol, head, text.charAt(t)) && table[p + 1][t + 1];
                }
            }
        }
        return table[0][0];
    }

    private static boolean endsItsPart(List<Symbol> pattern, int star) {
        int next = star;
        while (next < pattern.size() && pattern.get(next).is('*')) {
            next++;
        }
        return next == pattern.size() || pattern.get(next).is(':');
    }

    /** The first five parts have no case; what a variable stands for is compared as it is. */
    private static boolean fits(Symbol symbol, boolean head, char c) {
        return (head && symbol.author() ? Letters.lower(symbol.character()) : symbol.character()) == c;
    }

    private static long colons(List<Symbol> pattern) {
        return pattern.stream().filter(symbol -> symbol.is(':')).count();
    }

    private static String lowerHead(String arn) {
        String[] parts = arn.split(":", 6);
        if (parts.length < 6) {
            return arn;
        }
        return Letters.lower(arn.substring(0, arn.length() - parts[5].length())) + parts[5];
    }
}
