package io.claviger.powershell.value;

import org.jspecify.annotations.Nullable;

/** Where values go, one at a time. */
@FunctionalInterface
public interface Sink {

    /** Takes a value. May throw what the pipeline behind it throws; let it through. */
    void accept(@Nullable Object value);
}
