package io.claviger.iam;

import java.util.List;

/**
 * A policy that belongs to one user, one group or one role, and cannot outlive it.
 *
 * @param ownerId the owner's unique ID
 * @param document the policy document as it was written
 * @param size the characters of the document that count towards the owner's quota: all but white space
 */
public record InlinePolicy(String accountId, String ownerId, String name, String document, int size) implements Entity {

    @Override
    public List<String> touches() {
        return List.of(ownerId);
    }
}
