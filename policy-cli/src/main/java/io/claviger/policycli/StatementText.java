package io.claviger.policycli;

import io.claviger.policy.decision.ExplainedStatement;
import io.claviger.policy.document.Effect;
import io.claviger.policy.request.MatchedStatement;

/** How statements are called: by place, counted from 1, and by their {@code Sid}. */
final class StatementText {

    private StatementText() {}

    /** Place and {@code Sid}. */
    static String number(MatchedStatement statement) {
        return statement.index() + 1 + (statement.sid() == null ? "" : " " + statement.sid());
    }

    /** The effect as policies write it. */
    static String effect(Effect effect) {
        return effect == Effect.ALLOW ? "Allow" : "Deny";
    }

    /** Which statement of which policy, for a sentence. */
    static String inWords(ExplainedStatement explained) {
        MatchedStatement statement = explained.statement();
        return "statement " + number(statement) + " of the "
                + PolicyKind.of(explained.type()).noun() + " " + statement.policy() + ", line "
                + explained.span().start().line();
    }
}
