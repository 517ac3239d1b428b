package io.claviger.policy.pattern;

import io.claviger.policy.pattern.Part.Literal;
import io.claviger.policy.pattern.Part.Variable;
import io.claviger.policy.pattern.Part.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes one text apart into the parts of a {@link Template}. */
final class TemplateScanner {

    private final String text;
    private final boolean variables;
    private final boolean wildcards;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int offset;

    TemplateScanner(String text, boolean variables, boolean wildcards) {
        this.text = text;
        this.variables = variables;
        this.wildcards = wildcards;
    }

    List<Part> parts() {
        while (offset < text.length()) {
            char c = text.charAt(offset);
            if (variables && c == '$' && text.startsWith("${", offset)) {
                variable();
            } else {
                offset++;
                if (wildcards && c == '*') {
                    add(new Wildcard(Glob.RUN));
                } else if (wildcards && c == '?') {
                    add(new Wildcard(Glob.ONE));
                } else {
                    literal.append(c);
                }
            }
        }
        endLiteral();
        return parts;
    }

    private void add(Part part) {
        endLiteral();
        parts.add(part);
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private void variable() {
        for (String escaped : List.of("*", "?", "$")) {
            String escape = "${" + escaped + "}";
            if (text.startsWith(escape, offset)) {
                literal.append(escaped);
                offset += escape.length();
                return;
            }
        }
        int end = offset + 2;
        while (end < text.length() && text.charAt(end) != '}' && text.charAt(end) != ',') {
            end++;
        }
        String key = text.substring(offset + 2, end);
        if (end < text.length() && text.charAt(end) == ',') {
            variableWithDefault(key, end + 1);
        } else {
            end(end, key, null);
        }
    }

    private void variableWithDefault(String key, int afterComma) {
        int quote = afterComma;
        while (quote < text.length() && text.charAt(quote) == ' ') {
            quote++;
        }
        int close = quote < text.length() && text.charAt(quote) == '\'' ? text.indexOf('\'', quote + 1) : -1;
        if (close < 0) {
            end(text.length(), "", null);
        } else {
            end(close + 1, key, text.substring(quote + 1, close));
        }
    }

    /** Ends the variable at the place where its closing brace must stand. */
    private void end(int brace, String key, @Nullable String fallback) {
        boolean closed = brace < text.length() && text.charAt(brace) == '}';
        boolean named =
                !key.isBlank() && key.equals(key.strip()) && key.chars().noneMatch(c -> "*?${'".indexOf(c) >= 0);
        add(new Variable(key, closed && named ? key.toLowerCase(Locale.ROOT) : "", fallback));
        offset = closed ? brace + 1 : text.length();
    }
}
