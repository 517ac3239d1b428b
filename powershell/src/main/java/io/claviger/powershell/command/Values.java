package io.claviger.powershell.command;

import java.util.List;

/**
 * Which values a parameter offers, and which ones alone it takes.
 *
 * @param completion values to offer at the Tab key; nothing else is refused on their account
 * @param only the values allowed, without regard to case; empty for any
 */
public record Values(Completion completion, List<String> only) {

    /** Any value, and none to offer. */
    static final Values ANY = new Values(Completion.NOTHING, List.of());

    /** Keeps its own copy. */
    public Values {
        only = List.copyOf(only);
    }

    /** No other values than these, which are offered too. */
    static Values only(String... values) {
        return new Values(Completion.of(values), List.of(values));
    }
}
