package io.claviger.iam;

import java.util.List;

/**
 * A stored thing: what the store inserts, updates and deletes whole. Entities are immutable records; the shapes that
 * travel on the wire are never stored.
 */
public sealed interface Entity
        permits Account, User, Group, Membership, ManagedPolicy, PolicyVersion, Attachment, InlinePolicy, AccessKey {

    /** The account whose row this is: 12 digits. */
    String accountId();

    /**
     * The unique IDs of everything that a change of this entity changes. Whoever caches something that depends on one
     * of them reads it anew after the change; see {@code ChangeLog}.
     */
    List<String> touches();
}
