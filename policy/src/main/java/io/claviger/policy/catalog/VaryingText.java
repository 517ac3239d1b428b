package io.claviger.policy.catalog;

import io.claviger.policy.pattern.AsciiCase;

/** Text in which <code>${Name}</code> stands for at least one character of any kind. */
final class VaryingText {

    private VaryingText() {}

    /** Whether the written text is one that the pattern stands for; letters match in either case. */
    static boolean matches(String pattern, String written) {
        return matches(AsciiCase.lower(pattern), 0, AsciiCase.lower(written), 0);
    }

    /** Patterns have one or two varying parts, and come from catalogs only. */
    private static boolean matches(String pattern, int from, String text, int at) {
        int variable = pattern.indexOf("${", from);
        if (variable < 0) {
            return text.length() - at == pattern.length() - from && text.startsWith(pattern.substring(from), at);
        }
        String literal = pattern.substring(from, variable);
        if (!text.startsWith(literal, at)) {
            return false;
        }
        int close = pattern.indexOf('}', variable);
        int next = close < 0 ? pattern.length() : close + 1;
        for (int end = at + literal.length() + 1; end <= text.length(); end++) {
            if (matches(pattern, next, text, end)) {
                return true;
            }
        }
        return false;
    }
}
