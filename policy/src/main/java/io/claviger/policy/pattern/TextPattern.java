package io.claviger.policy.pattern;

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
            for (Part part : template.parts()) {
                if (part instanceof Part.Variable variable && variable.value(variables) == null) {
                    return Truth.UNKNOWN;
                }
            }
            if (!text.startsWith(literalPrefix)) {
                return Truth.FALSE;
            }
            int[] tokens = template.tokens(variables);
            return tokens == null
                    ? Truth.UNKNOWN
                    : Truth.of(GlobWalk.matches(tokens, 0, tokens.length, text, 0, text.length(), false));
        }
    }
}
