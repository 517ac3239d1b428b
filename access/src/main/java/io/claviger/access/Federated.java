package io.claviger.access;

import io.claviger.iam.Partition;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.request.Requester;

/**
 * Somebody for whom an identity provider vouches, about to become a session of a role. No policy but the role's trust
 * policy speaks of them.
 *
 * @param accountId the account of the role
 * @param subject whom the provider means
 * @param audience for whom the provider vouches
 * @param providerName as audit shows it, such as {@code issuer.example/path}
 * @param requester the provider as trust policies name it
 */
public record Federated(
        String accountId,
        Partition partition,
        String subject,
        String audience,
        String providerName,
        Requester.Federated requester)
        implements Principal {

    /** Nothing else binds it: it never calls with policies of its own. */
    @Override
    public Principal boundBy(PrincipalPolicies others) {
        return this;
    }

    /** The provider's ARN; the person or program has none. */
    @Override
    public String arn() {
        return requester.provider();
    }

    @Override
    public String userId() {
        return providerName + ":" + audience + ":" + subject;
    }

    @Override
    public PrincipalPolicies policies() {
        return PrincipalPolicies.none();
    }
}
