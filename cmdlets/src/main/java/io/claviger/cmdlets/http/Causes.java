package io.claviger.cmdlets.http;

import org.jspecify.annotations.Nullable;

/** The causes of a failure. */
final class Causes {

    private Causes() {}

    /** The failure itself or the first of its causes of a kind; {@code null} if there is none. */
    static <T> @Nullable T find(Throwable failure, Class<T> kind) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return kind.cast(at);
            }
        }
        return null;
    }
}
