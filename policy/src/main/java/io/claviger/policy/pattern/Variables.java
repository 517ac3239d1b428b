package io.claviger.policy.pattern;

import org.jspecify.annotations.Nullable;

/** The values that policy variables stand for in one request. Keys are in lower case. */
public interface Variables {

    /** The text of a single-valued key; null if the key is absent or has more than one value. */
    @Nullable
    String text(String key);

    /** Whether the request has no such key at all, which is when a variable's default value is used. */
    boolean absent(String key);
}
