package io.claviger.storage.sql;

import io.claviger.iam.Entity;
import io.claviger.iam.store.StoreFailure;

/**
 * How the entities of a kind are written. Each method returns how many rows it wrote of the entity itself: 1, or 0 if
 * there was none to write, or none that it belongs to. Rows that go along with the entity, such as counters, are not
 * counted. All throw {@link StoreFailure} when the database refuses.
 */
interface Table<E extends Entity> {

    /** Adds the entity. */
    int insert(E entity);

    /** Replaces the entity of the same ID; refuses entities that have nothing but their ID. */
    default int update(E entity) {
        throw new IllegalArgumentException("a " + entity.getClass().getSimpleName() + " is never updated");
    }

    /** Removes the entity of the same ID; refuses entities that are forgotten with others. */
    default int delete(E entity) {
        throw new IllegalArgumentException("a " + entity.getClass().getSimpleName() + " is never deleted");
    }
}
