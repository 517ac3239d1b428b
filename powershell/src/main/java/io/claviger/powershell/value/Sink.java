package io.claviger.powershell.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes values, one at a time. */
@FunctionalInterface
public interface Sink {

    /** Takes a value. Exceptions come from the rest of the pipeline; do not catch them. */
    void accept(@Nullable Object value);

    /** Takes a value, a list item by item. */
    default void each(@Nullable Object value) {
        if (value instanceof List<?> items) {
            // A copy: what takes an item may change the list.
            new ArrayList<@Nullable Object>(items).forEach(this::accept);
        } else {
            accept(value);
        }
    }
}
