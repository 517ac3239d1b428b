package io.claviger.iam.access;

import io.claviger.iam.Account;
import io.claviger.iam.User;
import io.claviger.policy.decision.PrincipalPolicies;

/** Who can make a request. Immutable. */
public sealed interface Principal {

    /** The account that the principal belongs to. */
    String accountId();

    /** The principal's ARN, as GetCallerIdentity tells it. */
    String arn();

    /** The value of {@code aws:userid}: a user's unique ID, or the account's for its root user. */
    String userId();

    /** The root user: no identity policy binds it. */
    record RootUser(Account account) implements Principal {

        @Override
        public String accountId() {
            return account.accountId();
        }

        @Override
        public String arn() {
            return account.rootArn();
        }

        @Override
        public String userId() {
            return account.accountId();
        }
    }

    /**
     * An IAM user.
     *
     * @param policies its own policies and those of its groups, under its permissions boundary
     */
    record IamUser(User user, PrincipalPolicies policies) implements Principal {

        @Override
        public String accountId() {
            return user.accountId();
        }

        @Override
        public String arn() {
            return user.arn();
        }

        @Override
        public String userId() {
            return user.id();
        }
    }
}
