package io.claviger.policy.pattern;

import org.jspecify.annotations.Nullable;

/** A piece of a {@link Template}. Immutable. */
public sealed interface Part {

    /** The text that stands there in a request; null for a wildcard, and for a variable without a value. */
    default @Nullable String text(Variables variables) {
        return switch (this) {
            case Literal literal -> literal.text();
            case Variable variable -> variable.value(variables);
            case Wildcard _ -> null;
        };
    }

    /**
     * Text that stands for itself.
     *
     * @param text at least one character
     */
    record Literal(String text) implements Part {}

    /**
     * A wildcard.
     *
     * @param token one of the wildcards of {@link Glob}
     */
    record Wildcard(int token) implements Part {}

    /**
     * A policy variable.
     *
     * @param name the condition key as it is written
     * @param key the condition key in lower case; empty if the variable is malformed, and then it has no value
     * @param fallback the default value
     */
    record Variable(String name, String key, @Nullable String fallback) implements Part {

        /** What the variable stands for in a request, or null if it has no value there. */
        public @Nullable String value(Variables variables) {
            if (key.isEmpty()) {
                return null;
            }
            String text = variables.text(key);
            if (text == null && fallback != null && variables.absent(key)) {
                return fallback;
            }
            return text;
        }
    }
}
