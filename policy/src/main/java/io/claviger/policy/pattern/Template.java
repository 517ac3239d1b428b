package io.claviger.policy.pattern;

import io.claviger.policy.pattern.Part.Literal;
import io.claviger.policy.pattern.Part.Variable;
import io.claviger.policy.pattern.Part.Wildcard;
import java.util.ArrayList;
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

    /** Whether every variable has a value in the request. */
    boolean resolved(Variables variables) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Variable variable && variable.value(variables) == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether the parts from one on match the text from an index on; all variables have values. */
    boolean matchesFrom(int part, String text, int from, Variables variables) {
        if (part == parts.size() - 1 && parts.get(part) instanceof Wildcard(int token) && token == Glob.RUN) {
            return true;
        }
        int[] tokens = tokens(part, variables);
        return tokens != null && GlobWalk.matches(tokens, 0, tokens.length, text, from, text.length(), false);
    }

    /**
     * The tokens of {@link Glob} with every variable replaced by its value, each character of which stands for itself.
     *
     * @return null if a variable has no value
     */
    public int @Nullable [] tokens(Variables variables) {
        return tokens(0, variables);
    }

    private int @Nullable [] tokens(int from, Variables variables) {
        int length = 0;
        for (int i = from; i < parts.size(); i++) {
            String text = parts.get(i).text(variables);
            if (text == null && !(parts.get(i) instanceof Wildcard)) {
                return null;
            }
            length += text == null ? 1 : text.length();
        }
        int[] tokens = new int[length];
        int at = 0;
        for (int i = from; i < parts.size(); i++) {
            if (parts.get(i) instanceof Wildcard(int token)) {
                tokens[at++] = token;
                continue;
            }
            String text = parts.get(i).text(variables);
            for (int c = 0; text != null && c < text.length(); c++) {
                tokens[at++] = text.charAt(c);
            }
        }
        return tokens;
    }
}
