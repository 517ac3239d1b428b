package io.claviger.policy.pattern;

import org.jspecify.annotations.Nullable;

/** A request without any keys. */
enum NoVariables implements Variables {
    INSTANCE;

    @Override
    public @Nullable String text(String key) {
        return null;
    }

    @Override
    public boolean absent(String key) {
        return true;
    }
}
