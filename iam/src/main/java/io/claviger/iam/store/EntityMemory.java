package io.claviger.iam.store;

import io.claviger.iam.Role;
import io.claviger.iam.User;
import java.util.Optional;

/**
 * Entities that were looked up before and that no change in {@link Store#changes()} has touched since. A writing
 * transaction that holds the last revision need not look them up again. Asks the database nothing. Thread-safe.
 */
public interface EntityMemory {

    /** Remembers nothing. */
    EntityMemory NONE = new EntityMemory() {
        @Override
        public Optional<User> user(String accountId, String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Role> role(String accountId, String name) {
            return Optional.empty();
        }
    };

    /** The user of this name; empty if none is remembered, although there may be one. */
    Optional<User> user(String accountId, String name);

    /** The role of this name; empty if none is remembered, although there may be one. */
    Optional<Role> role(String accountId, String name);
}
