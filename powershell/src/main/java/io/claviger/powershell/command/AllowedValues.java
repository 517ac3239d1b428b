package io.claviger.powershell.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that a parameter offers, and those that it takes.
 *
 * @param completion values to offer at the Tab key; others are allowed too
 * @param only the only values allowed, without regard to case; empty for any
 * @param condition what else they must hold to
 */
public record AllowedValues(Completion completion, List<String> only, Condition condition) {

    /** What a value must hold to. */
    @FunctionalInterface
    public interface Condition {
        /** Throws {@link io.claviger.powershell.value.TerminatingError} if the value, which is converted, does not. */
        void hold(@Nullable Object value);

        /** Nothing. */
        Condition NONE = value -> {};
    }

    /** Any value, with none to offer. */
    static final AllowedValues ANY = new AllowedValues(Completion.NOTHING, List.of(), Condition.NONE);

    /** Keeps its own copy. */
    public AllowedValues {
        only = List.copyOf(only);
    }

    /** Only these values, which are offered too. */
    static AllowedValues only(String... values) {
        return new AllowedValues(Completion.of(values), List.of(values), Condition.NONE);
    }
}
