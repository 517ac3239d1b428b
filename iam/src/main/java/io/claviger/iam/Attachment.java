package io.claviger.iam;

import java.util.List;

/**
 * The attachment of a managed policy to a user, a group or a role.
 *
 * @param ownerId the owner's unique ID
 * @param policyArn a customer managed policy of the account, or an AWS managed one
 * @param policyName the last part of the ARN
 */
public record Attachment(String accountId, String ownerId, String policyArn, String policyName) implements Entity {

    @Override
    public List<String> touches() {
        return List.of(ownerId);
    }
}
