package io.claviger.policy.request;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as policies name principals. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public sealed interface Requester {

    /** The number of the account that the principal belongs to; null if it belongs to none. */
    @Nullable
    String accountId();

    /**
     * The root user of an account: identity policies and boundaries do not bind it.
     *
     * @param accountId the account's number
     */
    record Root(String accountId) implements Requester {}

    /**
     * An IAM user, with a long-term key or one that GetSessionToken made of it.
     *
     * @param accountId the account's number
     * @param arn the user's ARN, path included
     * @param id the user's unique ID, {@code AIDA...}
     */
    record User(String accountId, String arn, String id) implements Requester {}

    /**
     * A session of a role.
     *
     * @param accountId the number of the role's account
     * @param roleArn the role's ARN, path included
     * @param roleId the role's unique ID, {@code AROA...}
     * @param sessionArn the session's ARN, {@code arn:aws:sts::...:assumed-role/Role/Session}
     * @param serviceLinked whether the role is linked to a service, which control policies do not bind
     */
    record RoleSession(String accountId, String roleArn, String roleId, String sessionArn, boolean serviceLinked)
            implements Requester {}

    /**
     * A federated user, as GetFederationToken makes them. Without session policies it may do nothing by itself.
     *
     * @param accountId the account's number
     * @param sessionArn the session's ARN, {@code arn:aws:sts::...:federated-user/Name}
     * @param parentArn the ARN of the user, or the account's root, that made the session
     * @param parentId the unique ID of that user; the account's number for the root
     */
    record FederatedUser(String accountId, String sessionArn, String parentArn, String parentId) implements Requester {

        /** Whether the account's root user made the session, so that no identity policies bound it. */
        public boolean madeByRoot() {
            return parentId.equals(accountId);
        }
    }

    /**
     * A service that asks on its own behalf. It has no policies of its own.
     *
     * @param name the service's name, such as {@code ec2.amazonaws.com}
     */
    record Service(String name) implements Requester {
        @Override
        public @Nullable String accountId() {
            return null;
        }
    }

    /**
     * A person or program that an identity provider vouches for, about to become a session of a role.
     *
     * @param provider the provider's ARN, or the domain of a well-known one
     */
    record Federated(String provider) implements Requester {
        @Override
        public @Nullable String accountId() {
            return null;
        }
    }

    /** A caller who did not say who they are. */
    record Anonymous() implements Requester {
        @Override
        public @Nullable String accountId() {
            return null;
        }
    }
}
