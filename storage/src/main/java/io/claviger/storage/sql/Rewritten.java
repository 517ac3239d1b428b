package io.claviger.storage.sql;

import io.claviger.iam.Entity;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import java.util.HashSet;
import java.util.Set;

/**
 * The users and roles that were written in a transaction, and that are no longer what anybody remembers. For one thread at
 * a time.
 */
public final class Rewritten {

    private final Set<String> ids = new HashSet<>();

    /** The entity is written: added, updated or deleted. */
    void add(Entity entity) {
        if (entity instanceof User || entity instanceof Role) {
            ids.addAll(entity.touches());
        }
    }

    /** Whether the user or role was written. */
    boolean has(Entity entity) {
        return entity.touches().stream().anyMatch(ids::contains);
    }
}
