package io.claviger.access;

import io.claviger.iam.Account;
import io.claviger.iam.Arns;
import io.claviger.iam.Partition;
import io.claviger.iam.Role;
import io.claviger.iam.Tag;
import io.claviger.iam.User;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.request.Requester;
import java.util.List;

/** Who can make a request. Immutable. */
public sealed interface Principal
        permits Principal.RootUser, Principal.IamUser, Principal.AssumedRole, Principal.FederatedUser, Federated {

    /** The account that the principal belongs to. */
    String accountId();

    /** The partition that the principal's account is in. */
    Partition partition();

    /** The principal's ARN, as GetCallerIdentity shows it. */
    String arn();

    /** The value of {@code aws:PrincipalArn}: of a role's session it is the role's ARN. */
    default String policyArn() {
        return arn();
    }

    /**
     * The value of {@code aws:userid}: a user's unique ID, the account's for its root user; for a session of a role
     * {@code AROA…:name}, for a federated user the account and the name.
     */
    String userId();

    /** The principal as policies name it. */
    Requester requester();

    /** The policies that bind the principal. */
    PrincipalPolicies policies();

    /** The same principal, bound by other policies. */
    Principal boundBy(PrincipalPolicies policies);

    /**
     * The root user: no identity policy binds it.
     *
     * @param policies those of its session; usually none
     */
    record RootUser(Account account, PrincipalPolicies policies, Partition partition) implements Principal {

        /** AWS's answer to a root user who asks for a role. The role's trust policy does not matter. */
        public static final String ASSUMES_NO_ROLE = "Roles may not be assumed by root accounts.";

        /** The root user, who may do everything. */
        public RootUser(Account account, Partition partition) {
            this(account, PrincipalPolicies.none(), partition);
        }

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
        public Principal boundBy(PrincipalPolicies others) {
            return new RootUser(account, others, partition);
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

        @Override
        public Principal boundBy(PrincipalPolicies others) {
            return new IamUser(user, others, partition, requester);
        }
    }

    /**
     * A session of a role.
     *
     * @param sessionName as the one who assumed the role called it
     * @param tags the role's tags, and the session's laid over them
     * @param policies the role's, under its boundary and the session's policies
     * @param requester the session as policies name it
     */
    record AssumedRole(
            Role role,
            String sessionName,
            List<Tag> tags,
            PrincipalPolicies policies,
            Partition partition,
            Requester.RoleSession requester)
            implements Principal {

        /** A session under these policies. */
        public AssumedRole(
                Role role, String sessionName, List<Tag> tags, PrincipalPolicies policies, Partition partition) {
            this(
                    role,
                    sessionName,
                    List.copyOf(tags),
                    policies,
                    partition,
                    new Requester.RoleSession(
                            role.accountId(),
                            role.arn(partition),
                            role.id(),
                            Arns.assumedRole(partition, role.accountId(), role.name(), sessionName),
                            role.isServiceLinked()));
        }

        @Override
        public String accountId() {
            return role.accountId();
        }

        @Override
        public String arn() {
            return requester.sessionArn();
        }

        @Override
        public String policyArn() {
            return requester.roleArn();
        }

        @Override
        public String userId() {
            return role.id() + ":" + sessionName;
        }

        @Override
        public Principal boundBy(PrincipalPolicies others) {
            return new AssumedRole(role, sessionName, tags, others, partition, requester);
        }
    }

    /**
     * A federated user, whom GetFederationToken made.
     *
     * @param name as the maker of the session called it
     * @param tags the maker's tags, and the session's laid over them
     * @param policies the maker's, under the session's policies
     * @param requester the session as policies name it
     */
    record FederatedUser(
            String name,
            List<Tag> tags,
            PrincipalPolicies policies,
            Partition partition,
            Requester.FederatedUser requester)
            implements Principal {

        /** The ARN of the user, or the account's root, who made the session. */
        public String makerArn() {
            return requester.parentArn();
        }

        /** The unique ID of the user who made the session; the account's number for its root user. */
        public String makerId() {
            return requester.parentId();
        }

        /** Whether the account's root user made the session. */
        public boolean isMadeByRoot() {
            return requester.madeByRoot();
        }

        @Override
        public String accountId() {
            return requester.accountId();
        }

        @Override
        public String arn() {
            return requester.sessionArn();
        }

        @Override
        public String userId() {
            return accountId() + ":" + name;
        }

        @Override
        public Principal boundBy(PrincipalPolicies others) {
            return new FederatedUser(name, tags, others, partition, requester);
        }
    }
}
