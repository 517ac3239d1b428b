package io.claviger.access;

import io.claviger.iam.Account;
import io.claviger.iam.Partition;
import io.claviger.iam.User;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.request.Requester;

/** Who can make a request. Immutable. */
public sealed interface Principal {

    /** The account that the principal belongs to. */
    String accountId();

    /** The partition that the principal's account is in. */
    Partition partition();

    /** The principal's ARN, as GetCallerIdentity shows it. */
    String arn();

    /** The value of {@code aws:userid}: a user's unique ID, or the account's for its root user. */
    String userId();

    /** The principal as policies name it. */
    Requester requester();

    /** The policies that bind the principal. */
    PrincipalPolicies policies();

    /** The root user: no identity policy binds it. */
    record RootUser(Account account, Partition partition) implements Principal {

        @Override
        public String accountId() {
            return account.accountId();
        }

        @Override
        public String arn() {
            return account.rootArn(partition);
        }

        @Override
        public String userId() {
            return account.accountId();
        }

        @Override
        public Requester requester() {
            return new Requester.Root(accountId());
        }

        @Override
        public PrincipalPolicies policies() {
            return PrincipalPolicies.none();
        }
    }

    /**
     * An IAM user.
     *
     * @param policies its own policies and those of its groups, under its permissions boundary
     * @param requester the user as policies name it
     */
    record IamUser(User user, PrincipalPolicies policies, Partition partition, Requester.User requester)
            implements Principal {

        /** A user under these policies. */
        public IamUser(User user, PrincipalPolicies policies, Partition partition) {
            this(user, policies, partition, new Requester.User(user.accountId(), user.arn(partition), user.id()));
        }

        @Override
        public String accountId() {
            return user.accountId();
        }

        @Override
        public String arn() {
            return requester.arn();
        }

        @Override
        public String userId() {
            return user.id();
        }
    }
}
