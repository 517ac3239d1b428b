package io.claviger.iam.store;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param pathPrefix only entities whose path begins so; {@code /} for all
 * @param after only entities whose name follows this one in the list's order; null to begin at the beginning. The name
 *     itself need not exist any more, so a list that is read slice by slice never repeats or skips an entity that was
 *     there all along.
 * @param limit at most so many
 */
public record Slice(String pathPrefix, @Nullable String after, int limit) {

    /** Everything. */
    public static final Slice ALL = new Slice("/", null, Integer.MAX_VALUE);

    /** Refuses a limit below one. */
    public Slice {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
