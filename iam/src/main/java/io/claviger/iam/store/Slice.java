package io.claviger.iam.store;

import org.jspecify.annotations.Nullable;

/**
 * The part of a list that is wanted.
 *
 * @param pathPrefix only entities whose path begins with this; {@code /} for all
 * @param after only entities whose name follows this one in the list's order; null for the beginning of the list. The
 *     name itself need not exist any more, so a list that is read slice by slice never repeats or skips an entity that was
 *     there all along.
 * @param limit the greatest number of entities, 1 or more
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
