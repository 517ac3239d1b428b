package io.claviger.policy.corpus;

import io.claviger.policy.request.Requester;
import java.util.List;

/** Those who ask in the tables. */
final class Callers {

    static final String ACCOUNT = "111111111111";
    static final String OTHER = "222222222222";
    static final String ROOT_ARN = "arn:aws:iam::111111111111:root";
    static final String USER = "arn:aws:iam::111111111111:user/team/bob";
    static final String USER_ID = "AIDABBBBBBBBBBBBBBBBB";
    static final String ROLE = "arn:aws:iam::111111111111:role/team/r";
    static final String ROLE_ID = "AROARRRRRRRRRRRRRRRRR";
    static final String SESSION = "arn:aws:sts::111111111111:assumed-role/r/s";
    static final String LINKED = "arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX";
    static final String FEDERATED = "arn:aws:sts::111111111111:federated-user/fred";
    static final String OF_ROOT = "arn:aws:sts::111111111111:federated-user/rita";
    static final String SERVICE = "ec2.amazonaws.com";
    static final String PROVIDER = "arn:aws:iam::111111111111:saml-provider/p";

    /**
     * One who asks.
     *
     * @param word how rows call them
     */
    record Caller(String word, Requester requester) {

        boolean root() {
            return requester instanceof Requester.Root;
        }

        boolean linked() {
            return requester instanceof Requester.RoleSession session && session.serviceLinked();
        }

        boolean hasPolicies() {
            return requester.accountId() != null;
        }

        /** Whether identity policies bound them: not a root user, nor whom a root user lends its rights. */
        boolean identityCounts() {
            return hasPolicies() && !root() && !word.equals("a federated user of root");
        }

        boolean session() {
            return requester instanceof Requester.RoleSession || federated();
        }

        boolean federated() {
            return requester instanceof Requester.FederatedUser;
        }
    }

    static final Caller ROOT = new Caller("root", new Requester.Root(ACCOUNT));
    static final Caller BOB = new Caller("a user", new Requester.User(ACCOUNT, USER, USER_ID));
    static final Caller ASSUMED =
            new Caller("a role's session", new Requester.RoleSession(ACCOUNT, ROLE, ROLE_ID, SESSION, false));
    static final Caller OF_SERVICE = new Caller(
            "a linked role's session",
            new Requester.RoleSession(
                    ACCOUNT,
                    LINKED,
                    "AROALLLLLLLLLLLLLLLLL",
                    "arn:aws:sts::111111111111:assumed-role/AWSServiceRoleForX/s",
                    true));
    static final Caller FRED =
            new Caller("a federated user", new Requester.FederatedUser(ACCOUNT, FEDERATED, USER, USER_ID));
    static final Caller RITA =
            new Caller("a federated user of root", new Requester.FederatedUser(ACCOUNT, OF_ROOT, ROOT_ARN, ACCOUNT));
    static final Caller EC2 = new Caller("a service", new Requester.Service(SERVICE));
    static final Caller VOUCHED = new Caller("a provider's user", new Requester.Federated(PROVIDER));
    static final Caller ANONYMOUS = new Caller("an anonymous caller", new Requester.Anonymous());

    /** In the order of the columns of {@link PrincipalTable}. */
    static final List<Caller> ALL = List.of(ROOT, BOB, ASSUMED, OF_SERVICE, FRED, RITA, EC2, VOUCHED, ANONYMOUS);

    private Callers() {}
}
