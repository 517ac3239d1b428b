package io.claviger.storage.commit;

import static io.claviger.storage.Samples.ACCOUNT;

import io.claviger.iam.Entity;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Writing;

/** Works for batches. */
final class Works {

    private Works() {}

    /** Adds the entities, and returns how many users there are then. */
    static PendingWrite<Long> inserting(Entity... entities) {
        return new PendingWrite<>(writing -> insertAll(writing, entities));
    }

    /** The same within a work. */
    static long insertAll(Writing writing, Entity... entities) {
        for (Entity entity : entities) {
            writing.insert(entity);
        }
        return writing.accounts().count(ACCOUNT, Counted.USERS);
    }
}
