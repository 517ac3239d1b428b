package io.claviger.policy.pattern;

import io.claviger.policy.pattern.Part.Literal;
import io.claviger.policy.pattern.Part.Variable;
import io.claviger.policy.pattern.Part.Wildcard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of a policy, taken apart into literals, wildcards and variables. Immutable.
 *
 * @param parts the pieces in order; no two literals are neighbours
 */
public record Template(List<Part> parts) {

    /** Copies the list of parts. */
    public Template {
        parts = List.copyOf(parts);
    }

    /**
     * Takes a text apart.
     *
     * @param text any text
     * @param variables whether <code>${key}</code>, <code>${key, 'default'}</code>, <code>${*}</code>, <code>${?}</code>
     *     and <code>${$}</code> have a meaning, as they have since version 2012-10-17 of the language
     * @param wildcards whether {@code *} and {@code ?} have a meaning
     */
    public static Template of(String text, boolean variables, boolean wildcards) {
        return new Template(new TemplateScanner(text, variables, wildcards).parts());
    }

    /** Whether some variable is written wrongly: not closed, empty, or with an unquoted default value. */
    public boolean malformed() {
        return parts.stream()
                .anyMatch(part ->
                        part instanceof Variable variable && variable.key().isEmpty());
    }

    /** Whether matching depends on the request. */
    public boolean hasVariables() {
        return parts.stream().anyMatch(Variable.class::isInstance);
    }

    /** The variables, in order. */
    public List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Variable variable) {
                variables.add(variable);
            }
        }
        return variables;
    }

    /** The literal text the template begins with; empty if it begins with something else. */
    public String literalPrefix() {
        return !parts.isEmpty() && parts.getFirst() instanceof Literal(String text) ? text : "";
    }

    /**
     * Splits at the colons the author wrote, never at one inside a variable.
     *
     * @param limit the greatest number of pieces; the last one keeps its further colons
     */
    public List<Template> splitAtColons(int limit) {
        List<Template> pieces = new ArrayList<>();
        List<Part> piece = new ArrayList<>();
        for (Part part : parts) {
            if (!(part instanceof Literal(String text))) {
                piece.add(part);
                continue;
            }
            int from = 0;
            int colon;
            while (pieces.size() < limit - 1 && (colon = text.indexOf(':', from)) >= 0) {
                addLiteral(piece, text.substring(from, colon));
                pieces.add(new Template(piece));
                piece.clear();
                from = colon + 1;
            }
            addLiteral(piece, text.substring(from));
        }
        pieces.add(new Template(piece));
        return pieces;
    }

    private static void addLiteral(List<Part> piece, String text) {
        if (!text.isEmpty()) {
            piece.add(new Literal(text));
        }
    }

    /**
     * The tokens of {@link Glob} with every variable replaced by its value, each character of which stands for itself.
     *
     * @return null if a variable has no value
     */
    public int @Nullable [] tokens(Variables variables) {
        int[] tokens = new int[64];
        int length = 0;
        for (Part part : parts) {
            String text;
            switch (part) {
                case Wildcard(int token) -> {
                    tokens = grown(tokens, length + 1);
                    tokens[length++] = token;
                    continue;
                }
                case Literal literal -> text = literal.text();
                case Variable variable -> text = variable.value(variables);
            }
            if (text == null) {
                return null;
            }
            tokens = grown(tokens, length + text.length());
            for (int i = 0; i < text.length(); i++) {
                tokens[length++] = text.charAt(i);
            }
        }
        return Arrays.copyOf(tokens, length);
    }

    private static int[] grown(int[] tokens, int needed) {
        return needed <= tokens.length ? tokens : Arrays.copyOf(tokens, Math.max(needed, tokens.length * 2));
    }
}
