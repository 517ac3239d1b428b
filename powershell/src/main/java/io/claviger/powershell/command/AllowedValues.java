package io.claviger.powershell.command;

import java.util.List;

/**
 * The values that a parameter offers, and those that it takes.
 *
 * @param completion values to offer at the Tab key; others are allowed too
 * @param only the only values allowed, without regard to case; empty for any
 */
public record AllowedValues(Completion completion, List<String> only) {

    /** Any value, with none to offer. */
    static final AllowedValues ANY = new AllowedValues(Completion.NOTHING, List.of());

    /** Keeps its own copy. */
    public AllowedValues {
        only = List.copyOf(only);
    }

    /** Only these values, which are offered too. */
    static AllowedValues only(String... values) {
        return new AllowedValues(Completion.of(values), List.of(values));
    }
}
