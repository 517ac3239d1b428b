package io.claviger.sigv4;

import org.jspecify.annotations.Nullable;

/** What one step of the verification came to: its result, or the refusal that ends it. */
sealed interface Step<T> {

    record Done<T>(T value) implements Step<T> {}

    /**
     * The refusal that ends it.
     *
     * @param accessKeyId the key the request claims, where that is known by now
     */
    record Stopped<T>(Refusal refusal, @Nullable String accessKeyId) implements Step<T> {
        Stopped(Refusal refusal) {
            this(refusal, null);
        }
    }
}
