package io.claviger.policy.corpus;

import io.claviger.policy.compile.Reach;
import io.claviger.policy.corpus.Callers.Caller;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.Requester;
import java.util.List;

/**
 * The corner cases of the documentation that are about who asks and whose the resource is, by their numbers in the
 * project's list.
 */
final class SpecialCases {

    private static final String EVERYBODY = grant("`*`", "");

    private SpecialCases() {}

    private static String grant(String principal, String condition) {
        return Draft.policy("{`Effect`: `Allow`, `Principal`: %s, `Action`: `s3:*`, `Resource`: `*`%s}"
                .formatted(principal, condition));
    }

    private static String aws(String name) {
        return "{`AWS`: `" + name + "`}";
    }

    private static String trust(String principal) {
        return Draft.policy("{`Effect`: `Allow`, `Principal`: %s, `Action`: `sts:AssumeRole`}".formatted(principal));
    }

    private static Question within(Caller caller, Reach reach, Say identity, Say boundary, Say session) {
        return Question.of(caller, Callers.ACCOUNT, reach).principal(identity, boundary, session);
    }

    private static Question across(Caller caller, Reach reach, Say identity, Say boundary, Say session) {
        return Question.of(caller, Callers.OTHER, reach).principal(identity, boundary, session);
    }

    static List<Draft> rows() {
        Say no = Say.ABSENT;
        String deniedAccount = Draft.policy(
                "{`Effect`: `Allow`, `Principal`: `*`, `Action`: `*`, `Resource`: `*`}",
                "{`Effect`: `Deny`, `Principal`: {`AWS`: `%s`}, `Action`: `*`, `Resource`: `*`}"
                        .formatted(Callers.ROOT_ARN));
        String listed = Draft.policy(
                "{`Effect`: `Allow`, `Principal`: `*`, `Action`: `*`, `Resource`: `*`}",
                "{`Effect`: `Deny`, `NotPrincipal`: {`AWS`: [`%s`, `%s`]}, `Action`: `*`, `Resource`: `*`}"
                        .formatted(Callers.USER, Callers.ACCOUNT));
        String ofRole = ", `Condition`: {`ArnEquals`: {`aws:PrincipalArn`: `%s`}}".formatted(Callers.ROLE);
        Caller anew = new Caller(
                "a user made anew", new Requester.User(Callers.ACCOUNT, Callers.USER, "AIDANNNNNNNNNNNNNNNNN"));
        List<Say> denied = List.of(Say.ALLOW, Say.DENY);
        return List.of(
                within(Callers.BOB, Reach.DIRECT, Say.NOTHING, Say.NOTHING, no)
                        .draft(
                                "32: a boundary without S3, and a bucket that names the user",
                                grant(aws(Callers.USER), "")),
                within(Callers.ASSUMED, Reach.SESSION_OF, Say.NOTHING, Say.NOTHING, no)
                        .draft(
                                "33: a boundary without S3, and a bucket that names the role",
                                grant(aws(Callers.ROLE), "")),
                within(Callers.ASSUMED, Reach.DIRECT, Say.NOTHING, no, Say.NOTHING)
                        .draft("34: a bucket that names the session", grant(aws(Callers.SESSION), "")),
                within(Callers.ASSUMED, Reach.DIRECT, Say.NOTHING, Say.NOTHING, no)
                        .draft("35: everybody, if the principal's ARN is the role's", grant("`*`", ofRole))
                        .context("{`aws:PrincipalArn`: `" + Callers.ROLE + "`}"),
                within(Callers.ASSUMED, Reach.NONE, Say.NOTHING, Say.NOTHING, no)
                        .draft(
                                "35: everybody, if the principal's ARN is the role's, and it is not",
                                grant("`*`", ofRole))
                        .context("{`aws:PrincipalArn`: `" + Callers.LINKED + "`}"),
                within(Callers.FRED, Reach.SESSION_OF, Say.NOTHING, no, Say.NOTHING)
                        .draft("36: a bucket that names the federated session's user", grant(aws(Callers.USER), "")),
                within(Callers.FRED, Reach.SESSION_OF, Say.NOTHING, no, Say.ALLOW)
                        .draft("36: the same, and the session policies allow", grant(aws(Callers.USER), "")),
                within(Callers.FRED, Reach.NONE, Say.ALLOW, no, no)
                        .draft("37: a federated session without session policies", null),
                within(Callers.FRED, Reach.DIRECT, Say.NOTHING, no, no)
                        .draft("37: the same, and a bucket that names the session", grant(aws(Callers.FEDERATED), "")),
                across(Callers.BOB, Reach.DIRECT, Say.NOTHING, no, no)
                        .draft("38: another account's bucket names the user", grant(aws(Callers.USER), "")),
                across(Callers.ASSUMED, Reach.DIRECT, Say.ALLOW, no, Say.NOTHING)
                        .draft("39: another account's bucket names the session", grant(aws(Callers.SESSION), "")),
                within(Callers.BOB, Reach.ACCOUNT, Say.NOTHING, no, no)
                        .draft("40: a bucket that names the account's root", grant(aws(Callers.ROOT_ARN), "")),
                within(Callers.BOB, Reach.DIRECT, Say.ALLOW, no, no)
                        .denied()
                        .draft("41: a denial of the account's root, asked by a user", deniedAccount),
                within(Callers.ASSUMED, Reach.DIRECT, Say.ALLOW, no, no)
                        .denied()
                        .draft("41: a denial of the account's root, asked by a session", deniedAccount),
                within(Callers.BOB, Reach.ACCOUNT, Say.NOTHING, no, no)
                        .trust()
                        .draft("42: trust in the account, and no identity policy", trust(aws(Callers.ACCOUNT))),
                within(Callers.BOB, Reach.DIRECT, Say.NOTHING, no, no)
                        .trust()
                        .draft("42: trust in the user, and no identity policy", trust(aws(Callers.USER))),
                within(anew, Reach.NONE, Say.ALLOW, no, no)
                        .trust()
                        .draft("43: trust in a user who was deleted and made anew", trust(aws(Callers.USER_ID))),
                within(Callers.BOB, Reach.DIRECT, Say.ALLOW, no, no)
                        .trust()
                        .draft("48: trust for a session, and tags for it", trust(aws(Callers.USER)))
                        .ask("sts:TagSession", "arn:aws:iam::111111111111:role/target")
                        .expect(Verdict.missing(PolicyType.TRUST)),
                within(Callers.BOB, Reach.DIRECT, Say.ALLOW, Say.ALLOW, no)
                        .denied()
                        .draft("51: NotPrincipal lists a user with a boundary", listed),
                within(Callers.BOB, Reach.DIRECT, Say.ALLOW, no, no)
                        .draft("51: NotPrincipal lists a user without a boundary", listed),
                across(Callers.BOB, Reach.DIRECT, Say.ALLOW, no, no)
                        .controls(List.of(), denied)
                        .draft("52: control policies of the resource's account bind strangers", EVERYBODY),
                across(Callers.BOB, Reach.DIRECT, Say.ALLOW, no, no)
                        .draft("52: service control policies of the resource's account do not", EVERYBODY),
                within(Callers.BOB, Reach.NONE, Say.ALLOW, no, no)
                        .controls(List.of(Say.ALLOW, Say.NOTHING, Say.ALLOW), List.of())
                        .draft("53: a unit in the middle allows nothing", null),
                within(Callers.OF_SERVICE, Reach.NONE, Say.ALLOW, no, no)
                        .controls(denied, denied)
                        .draft("54: a linked role under control policies that deny all", null),
                within(Callers.BOB, Reach.DIRECT, Say.ALLOW, no, no)
                        .controls(List.of(), List.of())
                        .draft("55: a management account has no levels", EVERYBODY),
                within(Callers.ROOT, Reach.NONE, Say.ALLOW, no, no)
                        .controls(denied, List.of())
                        .draft("56: a member account's root under a service control policy that denies", null),
                Question.of(Callers.ANONYMOUS, Callers.ACCOUNT, Reach.DIRECT)
                        .controls(List.of(), denied)
                        .draft("57: an anonymous caller under a resource control policy that denies", EVERYBODY),
                Question.of(Callers.ANONYMOUS, Callers.ACCOUNT, Reach.DIRECT)
                        .controls(List.of(), List.of(Say.ALLOW))
                        .draft("57: an anonymous caller whom nothing denies", EVERYBODY));
    }
}
