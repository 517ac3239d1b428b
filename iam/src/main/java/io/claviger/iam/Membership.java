package io.claviger.iam;

import java.util.List;

/** The membership of a user in a group. */
public record Membership(String accountId, String groupId, String userId) implements Entity {

    /** The user's permissions change, and what the group lists. */
    @Override
    public List<String> touches() {
        return List.of(userId, groupId);
    }
}
