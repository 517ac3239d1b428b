package io.claviger.policy.request;

import java.util.List;

/** The value of a condition key in a request. Immutable. */
public sealed interface ContextValue {

    /**
     * The value of a single-valued key. Numbers are decimal, moments are ISO 8601 or seconds since the epoch, booleans
     * are {@code true} or {@code false}, bytes are base64.
     *
     * @param value the text; an empty one is a value like any other
     */
    record Text(String value) implements ContextValue {}

    /**
     * The values of a multi-valued key. Without any value that is not empty the key counts as absent.
     *
     * @param values the values
     */
    record Texts(List<String> values) implements ContextValue {

        /** Copies the list. */
        public Texts {
            values = List.copyOf(values);
        }

        /** Whether there is a value that is not empty. */
        public boolean hasValue() {
            for (int i = 0; i < values.size(); i++) {
                if (!values.get(i).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }
}
