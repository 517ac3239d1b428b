package io.claviger.iam.store;

import io.claviger.iam.Entity;

/**
 * What can be done within a writing transaction. The caller makes sure that the entity's invariants hold; what the
 * database itself refuses (a second entity of the same ID or name, a row without its owner) fails the transaction.
 */
public interface Writing extends Reading {

    /** Adds an entity that was not there. */
    void insert(Entity entity);

    /** Replaces the entity of the same ID by this one; memberships, attachments and versions are never updated. */
    void update(Entity entity);

    /** Removes the entity of the same ID. Everything that belonged to it must have been removed before. */
    void delete(Entity entity);
}
