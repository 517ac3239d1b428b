package io.claviger.iam.store;

import java.util.Set;

/**
 * What one writing transaction changed.
 *
 * @param revision its place among all of the store's writing transactions, without gaps
 * @param touched the unique IDs of what it changed
 */
public record Change(long revision, Set<String> touched) {

    /** Copies the IDs. */
    public Change {
        touched = Set.copyOf(touched);
    }
}
