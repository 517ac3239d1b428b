package io.claviger.policy.corpus;

import io.claviger.policy.compile.Reach;
import io.claviger.policy.corpus.Callers.Caller;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that identity policies, boundary, session policies and the resource's policy may say together, within an
 * account and across accounts.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
final class LayerTable {

    private LayerTable() {}

    static List<Draft> rows() {
        List<Draft> rows = new ArrayList<>();
        for (Caller caller : List.of(Callers.BOB, Callers.ASSUMED)) {
            List<Say> sessions = caller.session() ? List.of(Say.values()) : List.of(Say.ABSENT);
            for (String owner : List.of(Callers.ACCOUNT, Callers.OTHER)) {
                for (Reach reach : Reach.values()) {
                    if (caller.session() || reach != Reach.SESSION_OF) {
                        for (Say identity : List.of(Say.NOTHING, Say.ALLOW, Say.DENY)) {
                            for (Say boundary : Say.values()) {
                                for (Say session : sessions) {
                                    rows.add(row(
                                            Question.of(caller, owner, reach).principal(identity, boundary, session)));
                                }
                            }
                        }
                    }
                }
            }
        }
        return rows;
    }

    private static Draft row(Question question) {
        String reach = switch (question.reach()) {
            case NONE -> "nobody";
            case ACCOUNT -> "the account";
            case SESSION_OF -> "the role";
            case DIRECT -> "the caller";
        };
        String name = "%s %s: the bucket allows %s; identity %s, boundary %s, session %s"
                .formatted(
                        question.caller().word(),
                        question.owner().equals(Callers.ACCOUNT) ? "within the account" : "across accounts",
                        reach,
                        question.identity().word(),
                        question.boundary().word(),
                        question.session().word());
        return question.draft(
                name,
                question.reach() == Reach.NONE
                        ? null
                        : Draft.policy(PrincipalTable.allowing(question.caller(), question.reach())));
    }
}
