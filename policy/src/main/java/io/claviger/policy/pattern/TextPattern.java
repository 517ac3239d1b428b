package io.claviger.policy.pattern;

import java.util.List;

/** A pattern that a policy gives for a text of the request. Immutable. */
public sealed interface TextPattern {

    /** Compiles a template. */
    static TextPattern of(Template template) {
        if (!template.hasVariables()) {
            int[] tokens = template.tokens(NoVariables.INSTANCE);
            if (tokens != null) {
                return new Fixed(Glob.of(tokens));
            }
        }
        return new Substituted(template, template.literalPrefix());
    }

    /**
     * Matches a text.
     *
     * @return unknown if a variable of the pattern has no value
     */
    Truth match(String text, Variables variables);

    /** The literal text with which everything begins that the pattern matches; perhaps empty. */
    String literalPrefix();

    /**
     * A pattern that is the same in every request.
     *
     * @param glob the pattern
     */
    record Fixed(Glob glob) implements TextPattern {
        @Override
        public Truth match(String text, Variables variables) {
            return Truth.of(glob.matches(text));
        }

        @Override
        public String literalPrefix() {
            return glob.prefix();
        }
    }

    /**
     * A pattern with variables.
     *
     * @param template the pattern
     * @param literalPrefix the literal text it begins with
     */
    record Substituted(Template template, String literalPrefix) implements TextPattern {
        @Override
        public Truth match(String text, Variables variables) {
            if (!template.resolved(variables)) {
                return Truth.UNKNOWN;
            }
            return Truth.of(text.startsWith(literalPrefix) && matches(text, variables));
        }

        /** Compares what stands before the first wildcard piece by piece, without putting it together. */
        private boolean matches(String text, Variables variables) {
            List<Part> parts = template.parts();
            int at = 0;
            for (int i = 0; i < parts.size(); i++) {
                String piece = parts.get(i).text(variables);
                if (piece == null) {
                    return template.matchesFrom(i, text, at, variables);
                }
                if (!text.startsWith(piece, at)) {
                    return false;
                }
                at += piece.length();
            }
            return at == text.length();
        }
    }
}
