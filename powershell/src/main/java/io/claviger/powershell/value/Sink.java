package io.claviger.powershell.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where values go, one at a time. */
@FunctionalInterface
public interface Sink {

    /** Takes a value. May throw what the pipeline behind it throws; let it through. */
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
