package io.claviger.wire;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression of the service model, matched against a whole value in time linear in its length and in bounded
 * stack. Immutable. A repeated character class, as most are, becomes a table; the others run as Java regular
 * expressions, the one of them that would recurse in an equivalent form that does not.
 */
final class ValuePattern {

    private static final int TABLE_SIZE = 256;
    private static final Pattern REPEATED_CLASS = Pattern.compile("\\^?(\\[(?:\\\\.|[^]\\\\])+])([+*])\\$?");

    /** Backtracking group to possessive group: a path ends each of its segments with a slash. */
    private static final Map<String, String> EQUIVALENTS =
            Map.of("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/", "/(?:[A-Za-z0-9.,+@=_-]++/)*+");

    private static final ConcurrentHashMap<String, ValuePattern> KNOWN = new ConcurrentHashMap<>();

    private final String text;
    private final Pattern pattern;
    private final BitSet table;
    private final boolean repeatedClass;
    private final boolean emptyMatches;

    private ValuePattern(String text) {
        this.text = text;
        this.table = new BitSet(TABLE_SIZE);
        Matcher shape = REPEATED_CLASS.matcher(text);
        this.repeatedClass = shape.matches();
        if (repeatedClass) {
            Pattern one = Pattern.compile(shape.group(1));
            for (char c = 0; c < TABLE_SIZE; c++) {
                table.set(c, one.matcher(String.valueOf(c)).matches());
            }
            this.pattern = Pattern.compile(shape.group(1) + "*+");
            this.emptyMatches = shape.group(2).equals("*");
        } else {
            this.pattern = Pattern.compile(EQUIVALENTS.getOrDefault(text, text));
            this.emptyMatches = false;
        }
    }

    /** The pattern with that text, compiled once. */
    static ValuePattern of(String text) {
        return KNOWN.computeIfAbsent(text, ValuePattern::new);
    }

    /** As the service model and AWS's messages have it. */
    String text() {
        return text;
    }

    boolean matches(String value) {
        if (!repeatedClass) {
            return pattern.matcher(value).matches();
        }
        if (value.isEmpty()) {
            return emptyMatches;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= TABLE_SIZE) {
                return pattern.matcher(value).matches();
            }
            if (!table.get(c)) {
                return false;
            }
        }
        return true;
    }
}
