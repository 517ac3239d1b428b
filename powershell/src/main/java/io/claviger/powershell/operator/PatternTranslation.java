package io.claviger.powershell.operator;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression in .NET's notation, written in Java's. What .NET refuses is refused in its words, and so is what
 * Java cannot do.
 *
 * @see <a href="https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference">.NET's
 *     language of regular expressions</a>
 */
final class PatternTranslation {

    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");
    private static final Pattern OPTIONS = Pattern.compile("\\?[imsxn]*(?:-[imsxn]+)?[:)]");

    private final String pattern;
    private final PatternGroups groups;
    private final StringBuilder made = new StringBuilder();
    private int at;
    private int open;
    /** Whether something stands before, which a quantifier could repeat. */
    private boolean repeatable;
    /** Whether a quantifier stands before. */
    private boolean repeated;

    private PatternTranslation(String pattern, PatternGroups groups) {
        this.pattern = pattern;
        this.groups = groups;
    }

    /**
     * The same expression for Java.
     *
     * @throws PatternError if it is none
     */
    static String of(String pattern, PatternGroups groups) {
        return new PatternTranslation(pattern, groups).all();
    }

    private PatternError error(int offset, String why) {
        return new PatternError(pattern, offset, why);
    }

    private String all() {
        while (at < pattern.length()) {
            char one = pattern.charAt(at);
            switch (one) {
                case '\\' -> {
                    PatternEscapes escapes = new PatternEscapes(pattern, at, groups);
                    atom(escapes.outside(), escapes.end());
                }
                case '[' -> {
                    PatternClass set = new PatternClass(pattern, at);
                    atom(set.written(), set.end());
                }
                case '(' -> group();
                case ')' -> {
                    if (--open < 0) {
                        throw error(at + 1, "Too many )'s.");
                    }
                    atom(")", at + 1);
                }
                case '|' -> {
                    made.append('|');
                    at++;
                    repeatable = false;
                }
                case '*', '+', '?' -> quantifier(String.valueOf(one));
                case '{' -> counted();
                case ']', '}' -> atom("\\" + one, at + 1);
                default -> atom(String.valueOf(one), at + 1);
            }
        }
        if (open > 0) {
            throw error(pattern.length(), "Not enough )'s.");
        }
        return made.toString();
    }

    private void atom(String written, int end) {
        made.append(written);
        at = end;
        repeatable = true;
        repeated = false;
    }

    private void counted() {
        Matcher counts = COUNTED.matcher(pattern).region(at, pattern.length());
        if (!counts.lookingAt()) {
            atom("\\{", at + 1);
            return;
        }
        String most = counts.group(2);
        if (most != null && !most.isEmpty() && Integer.parseInt(most) < Integer.parseInt(counts.group(1))) {
            throw error(counts.end(), "Illegal {x,y} with x > y.");
        }
        quantifier(counts.group());
    }

    private void quantifier(String written) {
        if (repeated) {
            throw error(at + 1, "Nested quantifier '" + written.charAt(0) + "'.");
        }
        if (!repeatable) {
            throw error(at + 1, "Quantifier '" + written.charAt(0) + "' following nothing.");
        }
        made.append(written);
        at += written.length();
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            made.append('?');
            at++;
        }
        repeated = true;
    }

    private void group() {
        open++;
        repeatable = false;
        repeated = false;
        String name = pattern.startsWith("?", at + 1) ? PatternGroups.name(pattern, at) : "";
        if (!pattern.startsWith("?", at + 1) || !name.isEmpty()) {
            balanced(name);
            made.append('(');
            at += name.isEmpty() ? 1 : name.length() + 4;
            return;
        }
        for (String same : List.of("?:", "?=", "?!", "?<=", "?<!", "?>")) {
            if (pattern.startsWith(same, at + 1)) {
                made.append('(').append(same);
                at += 1 + same.length();
                return;
            }
        }
        if (pattern.startsWith("?#", at + 1)) {
            int end = pattern.indexOf(')', at);
            if (end < 0) {
                throw error(pattern.length(), "Unterminated (?#...) comment.");
            }
            at = end + 1;
            open--;
            return;
        }
        options();
    }

    /** Groups that take another one back are .NET's alone. */
    private void balanced(String name) {
        int dash = name.indexOf('-');
        if (dash >= 0 && groups.place(name.substring(dash + 1)) < 0) {
            int offset = at + 3 + name.length();
            throw error(offset, "Reference to undefined group name '" + name.substring(dash + 1) + "'.");
        }
        if (dash >= 0) {
            throw error(at + 1, "Balancing groups are not supported.");
        }
    }

    private void options() {
        Matcher options = OPTIONS.matcher(pattern).region(at + 1, pattern.length());
        if (!options.lookingAt()) {
            boolean condition = pattern.startsWith("?(", at + 1);
            throw error(at + 2, condition ? "Conditions are not supported." : "Unrecognized grouping construct.");
        }
        String written = options.group().toLowerCase(Locale.ROOT);
        if (written.indexOf('n') >= 0) {
            throw error(at + 2, "The option n is not supported.");
        }
        made.append('(').append(written);
        at = options.end();
        open -= written.endsWith(")") ? 1 : 0;
    }
}
