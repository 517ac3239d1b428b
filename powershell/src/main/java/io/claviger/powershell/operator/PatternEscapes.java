package io.claviger.powershell.operator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One escape of a regular expression: a backslash and what belongs to it. */
final class PatternEscapes {

    private static final Pattern NAMED = Pattern.compile("\\\\k(?:<([^>]*)>|'([^']*)')");
    private static final Pattern NUMBERED = Pattern.compile("\\\\([1-9]\\d{0,8})");
    private static final Pattern PROPERTY = Pattern.compile("\\\\([pP])\\{([^}]*)}");
    private static final Pattern CODE =
            Pattern.compile("\\\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|0[0-7]{0,2}|c[@-_a-z])");

    private final String pattern;
    private final int at;
    private final PatternGroups groups;
    private int end;

    /** The escape whose backslash stands there. */
    PatternEscapes(String pattern, int at, PatternGroups groups) {
        this.pattern = pattern;
        this.at = at;
        this.groups = groups;
        if (at + 1 >= pattern.length()) {
            throw new PatternError(pattern, pattern.length(), "Illegal \\ at end of pattern.");
        }
        end = at + 2;
    }

    /** The place after it. */
    int end() {
        return end;
    }

    /** The escape for Java, outside of a class. */
    String outside() {
        char kind = pattern.charAt(at + 1);
        if (kind == 'k' || (kind >= '1' && kind <= '9')) {
            return reference();
        }
        return switch (kind) {
            case 'A', 'G', 'Z', 'z', 'b', 'B' -> "\\" + kind;
            default -> inside();
        };
    }

    private String reference() {
        Matcher named = NAMED.matcher(pattern).region(at, pattern.length());
        Matcher numbered = NUMBERED.matcher(pattern).region(at, pattern.length());
        boolean byName = named.lookingAt();
        if (!byName && !numbered.lookingAt()) {
            throw new PatternError(pattern, at + 2, "Malformed \\k<...> named back reference.");
        }
        String group = byName ? named.group(1) == null ? named.group(2) : named.group(1) : numbered.group(1);
        end = byName ? named.end() : numbered.end();
        int place = groups.place(group);
        if (place < 0) {
            throw new PatternError(
                    pattern,
                    end,
                    "Reference to undefined group " + (byName ? "name '" + group + "'." : "number " + group + "."));
        }
        return "(?:\\" + place + ")";
    }

    /** The escape for Java, within a class or outside. */
    String inside() {
        char kind = pattern.charAt(at + 1);
        if (kind == 'p' || kind == 'P') {
            return property();
        }
        Matcher code = CODE.matcher(pattern).region(at, pattern.length());
        if (code.lookingAt()) {
            end = code.end();
            return code.group().startsWith("\\0")
                    ? "\\x{"
                            + Integer.toHexString(
                                    Integer.parseInt("0" + code.group().substring(2), 8)) + "}"
                    : code.group();
        }
        return switch (kind) {
            case 'w', 'W', 's', 'S', 'd', 'D', 't', 'r', 'n', 'f', 'a', 'e' -> "\\" + kind;
            case 'v' -> "\\x0B";
            case 'b' -> "\\x08";
            default -> {
                if (Character.isLetterOrDigit(kind) || kind == '_') {
                    throw new PatternError(pattern, at + 2, "Unrecognized escape sequence \\" + kind + ".");
                }
                yield kind < 128 ? "\\" + kind : String.valueOf(kind);
            }
        };
    }

    private String property() {
        Matcher property = PROPERTY.matcher(pattern).region(at, pattern.length());
        if (!property.lookingAt()) {
            throw new PatternError(pattern, at + 2, "Incomplete \\p{X} character escape.");
        }
        end = property.end();
        String name = property.group(2);
        String java = "\\" + property.group(1) + "{" + (name.startsWith("Is") ? "In" + name.substring(2) : name) + "}";
        try {
            Pattern.compile(java);
        } catch (PatternSyntaxException _) {
            throw new PatternError(pattern, end, "Unknown property '" + name + "'.");
        }
        return java;
    }
}
