package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import java.util.regex.Matcher;

/**
 * What a match is replaced by, with .NET's <a
 * href="https://learn.microsoft.com/dotnet/standard/base-types/substitutions-in-regular-expressions">substitutions</a>:
 * {@code $1 ${name} $& $$ $` $' $+ $_}. Other dollars stand for themselves.
 */
final class Replacement {

    private final Regex regex;
    private final String form;

    Replacement(Regex regex, String form) {
        this.regex = regex;
        this.form = form;
    }

    /** The text with its matches replaced, at most so many. */
    String in(String text, int most) {
        Matcher matcher = regex.in(text);
        StringBuilder made = new StringBuilder();
        int from = 0;
        for (int count = 0; count < most && matcher.find(); count++) {
            made.append(text, from, matcher.start());
            append(made, matcher, text);
            from = matcher.end();
            Bounds.text(made.length());
        }
        return made.append(text, from, text.length()).toString();
    }

    private void append(StringBuilder made, Matcher found, String text) {
        for (int i = 0; i < form.length(); i++) {
            char next = i + 1 < form.length() ? form.charAt(i + 1) : ' ';
            String group = form.charAt(i) == '$' ? group(i + 1) : "";
            if (form.charAt(i) != '$') {
                made.append(form.charAt(i));
            } else if (!group.isEmpty()) {
                String part = regex.group(found, group);
                made.append(part == null ? "" : part);
                i += group.length() + (next == '{' ? 2 : 0);
            } else {
                i += special(made, next, found, text);
            }
        }
    }

    /** The group that is named there; empty if none is, or there is no such group. */
    private String group(int at) {
        int to = at;
        if (at < form.length() && form.charAt(at) == '{') {
            int end = form.indexOf('}', at);
            String name = end < 0 ? "" : form.substring(at + 1, end);
            return regex.has(name) ? name : "";
        }
        while (to < form.length() && form.charAt(to) >= '0' && form.charAt(to) <= '9') {
            to++;
        }
        String number = form.substring(at, to);
        return regex.has(number) ? number : "";
    }

    /** Appends what a dollar and this character stand for; returns how many characters it took besides the dollar. */
    private int special(StringBuilder made, char kind, Matcher found, String text) {
        switch (kind) {
            case '$' -> made.append('$');
            case '&' -> made.append(found.group());
            case '`' -> made.append(text, 0, found.start());
            case '\'' -> made.append(text, found.end(), text.length());
            case '_' -> made.append(text);
            case '+' ->
                made.append(
                        regex.parts(found).isEmpty() ? "" : regex.parts(found).getLast());
            default -> {
                made.append('$');
                return 0;
            }
        }
        return 1;
    }
}
