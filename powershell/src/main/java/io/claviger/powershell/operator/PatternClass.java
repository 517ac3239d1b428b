package io.claviger.powershell.operator;

/**
 * A class of characters in a regular expression, {@code [a-z-[aeiou]]}, written for Java, in which brackets and {@code
 * &&} have other meanings.
 */
final class PatternClass {

    private final String pattern;
    private final StringBuilder items = new StringBuilder();
    private final boolean negated;
    private String less = "";
    private int at;

    /** The class whose bracket stands there. */
    PatternClass(String pattern, int from) {
        this.pattern = pattern;
        at = from + 1;
        negated = at < pattern.length() && pattern.charAt(at) == '^';
        at += negated ? 1 : 0;
        read();
    }

    /** The place after it. */
    int end() {
        return at;
    }

    /** The class for Java. */
    String written() {
        String base = "[" + (negated ? "^" : "") + items + "]";
        return less.isEmpty() ? base : "[" + base + "&&[^" + less + "]]";
    }

    private void read() {
        boolean first = true;
        while (true) {
            if (at >= pattern.length()) {
                throw unterminated();
            }
            if (pattern.charAt(at) == ']' && !first) {
                at++;
                return;
            }
            if (pattern.startsWith("-[", at) && !first) {
                PatternClass subtracted = new PatternClass(pattern, at + 1);
                less = subtracted.written();
                at = subtracted.end();
                if (at >= pattern.length() || pattern.charAt(at) != ']') {
                    throw new PatternError(pattern, at, "A subtraction must be the last element in a character class.");
                }
                at++;
                return;
            }
            first = false;
            item();
        }
    }

    private PatternError unterminated() {
        return new PatternError(pattern, pattern.length(), "Unterminated [] set.");
    }

    private void item() {
        int from = at;
        String low = one();
        boolean range = pattern.startsWith("-", at)
                && at + 1 < pattern.length()
                && pattern.charAt(at + 1) != ']'
                && pattern.charAt(at + 1) != '['
                && !isSet(low);
        if (!range) {
            if (at >= pattern.length()) {
                throw unterminated();
            }
            items.append(low);
            return;
        }
        at++;
        int to = at;
        String high = one();
        if (isSet(high)) {
            throw new PatternError(pattern, at, "Cannot include class " + high + " in character range.");
        }
        if (to - from == 2 && at - to == 1 && pattern.charAt(from) > pattern.charAt(to)) {
            throw new PatternError(pattern, at, "[x-y] range in reverse order.");
        }
        items.append(low).append('-').append(high);
    }

    private static boolean isSet(String written) {
        return written.length() >= 2 && written.charAt(0) == '\\' && "wWsSdDpP".indexOf(written.charAt(1)) >= 0;
    }

    /** One character or one escape. */
    private String one() {
        char one = pattern.charAt(at);
        if (one == '\\') {
            PatternEscapes escape = new PatternEscapes(pattern, at, new PatternGroups(""));
            String written = escape.inside();
            at = escape.end();
            return written;
        }
        if (one == '[' && pattern.startsWith("[:", at)) {
            at++;
            return "\\[";
        }
        at++;
        return "[]&^-~#\\ ".indexOf(one) >= 0 ? "\\" + one : String.valueOf(one);
    }
}
