package io.claviger.iam;

import java.util.List;
import java.util.Set;

/**
 * The accounts of a deployment, under the account that manages them: the first. Immutable.
 *
 * @param accountId the management account
 * @param id such as {@code o-exampleorgid}
 * @param features what the management account may do with the root users of the others
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html#id_root-user-access-management">Centrally
 *     manage root access for member accounts</a>
 */
public record Organization(String accountId, String id, Set<Feature> features) implements Entity {

    /** Copies the features. */
    public Organization {
        features = Set.copyOf(features);
    }

    /** A feature of centralized root access. */
    public enum Feature {
        /** Root users' credentials can be removed. */
        ROOT_CREDENTIALS_MANAGEMENT,
        /** Root users can be assumed for single tasks. */
        ROOT_SESSIONS
    }

    /** The same organization with other features. */
    public Organization with(Set<Feature> others) {
        return new Organization(accountId, id, others);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
