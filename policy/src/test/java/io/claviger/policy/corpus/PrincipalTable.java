package io.claviger.policy.corpus;

import io.claviger.policy.compile.Reach;
import io.claviger.policy.corpus.Callers.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every kind of principal that a policy can name, with every kind of caller: in the policies of buckets and of roles, in
 * the caller's account and in another.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
final class PrincipalTable {

    /**
     * A principal, with how far its grant goes to each of {@link Callers#ALL}: {@code D} to the caller itself, {@code S} to
     * what the session is of, {@code A} to the account, {@code .} not at all.
     */
    private record Term(String word, String json, String reaches) {

        Reach reach(int caller) {
            return switch (reaches.charAt(caller)) {
                case 'D' -> Reach.DIRECT;
                case 'S' -> Reach.SESSION_OF;
                case 'A' -> Reach.ACCOUNT;
                default -> Reach.NONE;
            };
        }

        boolean canonical() {
            return json.contains("Canonical");
        }

        /** Whether a trust policy may name it. */
        boolean trusted() {
            return !canonical() && json.startsWith("{");
        }
    }

    private static final List<Term> TERMS = List.of(
            new Term("everybody", "`*`", "DDDDDDDDD"),
            new Term("everybody under AWS", "{`AWS`: `*`}", "DDDDDDDDD"),
            aws("the account's number", Callers.ACCOUNT, "DAAAAA..."),
            aws("the account's root ARN", Callers.ROOT_ARN, "DAAAAA..."),
            aws("another account", Callers.OTHER, "........."),
            aws("the user's ARN", Callers.USER, ".D..S...."),
            aws("the user's ID", Callers.USER_ID, ".D..S...."),
            aws("a user's ARN without its path", "arn:aws:iam::111111111111:user/bob", "........."),
            aws("a user's ARN in another case", "arn:aws:iam::111111111111:user/team/Bob", "........."),
            aws("the same user of another account", "arn:aws:iam::222222222222:user/team/bob", "........."),
            aws("another user's ID", "AIDACCCCCCCCCCCCCCCCC", "........."),
            aws("the role's ARN", Callers.ROLE, "..S......"),
            aws("the role's ID", Callers.ROLE_ID, "..S......"),
            aws("a role's ARN without its path", "arn:aws:iam::111111111111:role/r", "........."),
            aws("the session's ARN", Callers.SESSION, "..D......"),
            aws("another session's ARN", Callers.SESSION + "2", "........."),
            aws("the linked role's ARN", Callers.LINKED, "...S....."),
            aws("the federated user's ARN", Callers.FEDERATED, "....D...."),
            aws("the ARN of root's federated user", Callers.OF_ROOT, ".....D..."),
            new Term("the service", "{`Service`: `" + Callers.SERVICE + "`}", "......D.."),
            new Term("another service", "{`Service`: `lambda.amazonaws.com`}", "........."),
            new Term("the provider", "{`Federated`: `" + Callers.PROVIDER + "`}", ".......D."),
            new Term("another provider", "{`Federated`: `accounts.google.com`}", "........."),
            new Term("a canonical user", "{`CanonicalUser`: `" + "0".repeat(64) + "`}", "........."),
            new Term(
                    "a list of many kinds",
                    "{`AWS`: [`%s`, `%s`], `Service`: [`lambda.amazonaws.com`, `%s`]}"
                            .formatted(Callers.OTHER, Callers.ROLE, Callers.SERVICE),
                    "..S...D.."));

    private PrincipalTable() {}

    private static Term aws(String word, String text, String reaches) {
        return new Term(word, "{`AWS`: `" + text + "`}", reaches);
    }

    static Map<String, List<Draft>> tables() {
        List<Draft> granted = new ArrayList<>();
        List<Draft> denied = new ArrayList<>();
        List<Draft> trusted = new ArrayList<>();
        for (Term term : TERMS) {
            for (int i = 0; i < Callers.ALL.size(); i++) {
                Caller caller = Callers.ALL.get(i);
                for (String owner : List.of(Callers.ACCOUNT, Callers.OTHER)) {
                    grants(granted, term, Question.of(caller, owner, term.reach(i)));
                    denials(denied, term, Question.of(caller, owner, Reach.DIRECT), term.reach(i));
                    if (term.trusted()) {
                        trust(trusted, term, Question.of(caller, owner, term.reach(i)));
                    }
                }
            }
        }
        Map<String, List<Draft>> tables = new LinkedHashMap<>();
        tables.put("principals-granted", granted);
        tables.put("principals-denied", denied);
        tables.put("principals-trusted", trusted);
        return tables;
    }

    private static void grants(List<Draft> rows, Term term, Question question) {
        String policy = Draft.policy(statement("Allow", term, ", `Resource`: `*`"));
        String title = title("a bucket's grant to ", term, question);
        Caller caller = question.caller();
        rows.add(question.draft(title, policy));
        if (!caller.hasPolicies()) {
            return;
        }
        Say session = question.session();
        rows.add(question.principal(Say.NOTHING, Say.ABSENT, session)
                .draft(title + ", identity policies silent", policy));
        if (caller.identityCounts() || caller.root()) {
            rows.add(question.principal(Say.ALLOW, Say.NOTHING, session).draft(title + ", boundary silent", policy));
        }
        if (caller.session()) {
            rows.add(question.principal(Say.ALLOW, Say.ABSENT, Say.NOTHING)
                    .draft(title + ", session policies silent", policy));
        }
        if (caller.federated()) {
            rows.add(question.principal(Say.ALLOW, Say.ABSENT, Say.ABSENT)
                    .draft(title + ", without session policies", policy));
        }
    }

    /** A denial of a canonical user denies all, since it is not known who that is. */
    private static void denials(List<Draft> rows, Term term, Question question, Reach reach) {
        String everything = "{`Effect`: `Allow`, `Principal`: `*`, `Action`: `*`, `Resource`: `*`}";
        String policy = Draft.policy(everything, statement("Deny", term, ", `Resource`: `*`"));
        boolean hit = reach != Reach.NONE || term.canonical();
        rows.add((hit ? question.denied() : question).draft(title("a bucket's denial of ", term, question), policy));
    }

    private static void trust(List<Draft> rows, Term term, Question question) {
        String policy = Draft.policy(statement("Allow", term, ""));
        String title = title("a role's trust in ", term, question);
        rows.add(question.trust().draft(title, policy));
        if (question.caller().hasPolicies()) {
            rows.add(question.principal(Say.NOTHING, Say.ABSENT, question.session())
                    .trust()
                    .draft(title + ", identity policies silent", policy));
        }
    }

    private static String title(String what, Term term, Question question) {
        boolean same = question.owner().equals(Callers.ACCOUNT);
        return "%s%s, asked by %s, %s"
                .formatted(
                        what, term.word(), question.caller().word(), same ? "within the account" : "across accounts");
    }

    private static String statement(String effect, Term term, String resource) {
        String action = resource.isEmpty() ? "sts:AssumeRole" : "s3:*";
        return "{`Effect`: `%s`, `Principal`: %s, `Action`: `%s`%s}".formatted(effect, term.json(), action, resource);
    }

    /** A bucket's policy that allows so far, for the session of a role or for a user. */
    static String allowing(Caller caller, Reach reach) {
        String name = switch (reach) {
            case NONE -> throw new IllegalArgumentException("nobody is named");
            case ACCOUNT -> Callers.ACCOUNT;
            case SESSION_OF -> Callers.ROLE;
            case DIRECT -> caller.session() ? Callers.SESSION : Callers.USER;
        };
        return "{`Effect`: `Allow`, `Principal`: {`AWS`: `%s`}, `Action`: `s3:*`, `Resource`: `*`}".formatted(name);
    }
}
