package io.claviger.policy.reference;

import io.claviger.policy.request.ContextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A character of a pattern after substitution: one of the author's, which may be a wildcard, or one of a variable. */
record Symbol(char character, boolean author) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^},]*)(?:, *'([^']*)')?}");

    boolean is(char c) {
        return author && character == c;
    }

    /** The pattern with its variables replaced; empty if one of them has no value. */
    static Optional<List<Symbol>> expand(String pattern, boolean variables, Map<String, ContextValue> context) {
        List<Symbol> symbols = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(pattern);
        int from = 0;
        while (variables && matcher.find(from)) {
            add(symbols, pattern.substring(from, matcher.start()), true);
            from = matcher.end();
            String key = matcher.group(1);
            if (List.of("*", "?", "$").contains(key) && matcher.group(2) == null) {
                add(symbols, key, false);
                continue;
            }
            ContextValue value = context.get(key.toLowerCase(Locale.ROOT));
            if (value instanceof ContextValue.Text(String text)) {
                add(symbols, text, false);
            } else if (value == null && matcher.group(2) != null) {
                add(symbols, matcher.group(2), false);
            } else {
                return Optional.empty();
            }
        }
        add(symbols, pattern.substring(from), true);
        return Optional.of(symbols);
    }

    private static void add(List<Symbol> symbols, String text, boolean author) {
        for (int i = 0; i < text.length(); i++) {
            symbols.add(new Symbol(text.charAt(i), author));
        }
    }

    static String text(List<Symbol> symbols) {
        StringBuilder text = new StringBuilder();
        symbols.forEach(symbol -> text.append(symbol.character));
        return text.toString();
    }

    /** Whether a pattern matches a text, where every wildcard matches everything. */
    static boolean like(List<Symbol> pattern, String text) {
        boolean[][] table = new boolean[pattern.size() + 1][text.length() + 1];
        for (int p = pattern.size(); p >= 0; p--) {
            for (int t = text.length(); t >= 0; t--) {
                if (p == pattern.size()) {
                    table[p][t] = t == text.length();
                } else if (pattern.get(p).is('*')) {
                    table[p][t] = table[p + 1][t] || (t < text.length() && table[p][t + 1]);
                } else {
                    boolean one = t < text.length()
                            && (pattern.get(p).is('?') || pattern.get(p).character() == text.charAt(t));
                    table[p][t] = one && table[p + 1][t + 1];
                }
            }
        }
        return table[0][0];
    }
}
