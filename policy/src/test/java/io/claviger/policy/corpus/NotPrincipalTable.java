package io.claviger.policy.corpus;

import io.claviger.policy.compile.Reach;
import io.claviger.policy.corpus.Callers.Caller;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom a denial with {@code NotPrincipal} spares: who is listed, together with the account and with what a session is of.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">
 *     NotPrincipal</a>
 */
final class NotPrincipalTable {

    /** A list, and a letter for each of {@link Callers#ALL}: {@code s} if it is spared, {@code d} if denied. */
    private record Listed(String word, String json, String fates) {}

    private static final List<Listed> LISTS = List.of(
            new Listed("everybody", "`*`", "sssssssss"),
            new Listed("the account", aws(Callers.ACCOUNT), "sdddddddd"),
            new Listed("the account by its root's ARN", aws(Callers.ROOT_ARN), "sdddddddd"),
            new Listed("the user alone", aws(Callers.USER), "ddddddddd"),
            new Listed("the user and the account", aws(Callers.USER, Callers.ACCOUNT), "ssddddddd"),
            new Listed("the user's ID and the account", aws(Callers.USER_ID, Callers.ROOT_ARN), "ssddddddd"),
            new Listed("the user and another account", aws(Callers.USER, Callers.OTHER), "ddddddddd"),
            new Listed("the role and the account", aws(Callers.ROLE, Callers.ACCOUNT), "sdddddddd"),
            new Listed("the session and the role", aws(Callers.SESSION, Callers.ROLE), "ddddddddd"),
            new Listed("the session and the account", aws(Callers.SESSION, Callers.ACCOUNT), "sdddddddd"),
            new Listed(
                    "the session, the role and the account",
                    aws(Callers.SESSION, Callers.ROLE, Callers.ACCOUNT),
                    "sdsdddddd"),
            new Listed(
                    "the session, the role's ID and the account",
                    aws(Callers.SESSION, Callers.ROLE_ID, Callers.ACCOUNT),
                    "sdsdddddd"),
            new Listed(
                    "another session, the role and the account",
                    aws(Callers.SESSION + "2", Callers.ROLE, Callers.ACCOUNT),
                    "sdddddddd"),
            new Listed("the federated user and the account", aws(Callers.FEDERATED, Callers.ACCOUNT), "sdddddddd"),
            new Listed(
                    "the federated user, its user and the account",
                    aws(Callers.FEDERATED, Callers.USER, Callers.ACCOUNT),
                    "ssddsdddd"),
            new Listed("root's federated user and the account", aws(Callers.OF_ROOT, Callers.ACCOUNT), "sddddsddd"),
            new Listed("the service", "{`Service`: `" + Callers.SERVICE + "`}", "ddddddsdd"),
            new Listed("another service", "{`Service`: `lambda.amazonaws.com`}", "ddddddddd"),
            new Listed("the provider", "{`Federated`: `" + Callers.PROVIDER + "`}", "dddddddsd"),
            new Listed("a canonical user", "{`CanonicalUser`: `" + "0".repeat(64) + "`}", "ddddddddd"));

    private NotPrincipalTable() {}

    private static String aws(String... names) {
        return "{`AWS`: [`" + String.join("`, `", names) + "`]}";
    }

    static List<Draft> rows() {
        List<Draft> rows = new ArrayList<>();
        for (Listed listed : LISTS) {
            String policy = Draft.policy(
                    "{`Effect`: `Allow`, `Principal`: `*`, `Action`: `*`, `Resource`: `*`}",
                    "{`Effect`: `Deny`, `NotPrincipal`: %s, `Action`: `*`, `Resource`: `*`}".formatted(listed.json()));
            for (int i = 0; i < Callers.ALL.size(); i++) {
                Caller caller = Callers.ALL.get(i);
                boolean spared = listed.fates().charAt(i) == 's';
                Question question = Question.of(caller, Callers.ACCOUNT, Reach.DIRECT);
                String title = "NotPrincipal lists %s, asked by %s".formatted(listed.word(), caller.word());
                rows.add((spared ? question : question.denied()).draft(title, policy));
                if (caller.identityCounts()) {
                    rows.add(question.denied()
                            .principal(question.identity(), Say.ALLOW, question.session())
                            .draft(title + " with a boundary", policy));
                }
            }
        }
        return rows;
    }
}
