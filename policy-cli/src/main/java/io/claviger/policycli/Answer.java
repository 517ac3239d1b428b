package io.claviger.policycli;

import io.claviger.policy.decision.DenialText;
import io.claviger.policy.decision.ExplainedStatement;
import io.claviger.policy.decision.Explanation;
import io.claviger.policy.document.Effect;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.Denied;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import io.claviger.policy.request.MatchedStatement;
import org.jspecify.annotations.Nullable;

/** A question and its decision. Immutable. */
record Answer(Question question, Explanation explanation) {

    boolean allowed() {
        return explanation.decision() instanceof Allowed;
    }

    /** The decision in the words of the IAM policy simulator. */
    String word() {
        return switch (explanation.decision()) {
            case Allowed _ -> "allowed";
            case ExplicitlyDenied _ -> "explicitDeny";
            case ImplicitlyDenied _ -> "implicitDeny";
        };
    }

    /** The statement that settled it; null if none did. */
    @Nullable
    ExplainedStatement decisive() {
        return switch (explanation.decision()) {
            case Allowed(var by) -> by == null ? null : matched(by, Effect.ALLOW);
            case ExplicitlyDenied denied -> matched(denied.by(), Effect.DENY);
            case ImplicitlyDenied _ -> null;
        };
    }

    private @Nullable ExplainedStatement matched(MatchedStatement by, Effect effect) {
        return explanation.matched().stream()
                .filter(statement ->
                        statement.effect() == effect && statement.statement().equals(by))
                .findFirst()
                .orElse(null);
    }

    /** Why, in a line. */
    String reason() {
        ExplainedStatement decisive = decisive();
        if (decisive != null) {
            return "by " + StatementText.inWords(decisive);
        }
        return switch (explanation.decision()) {
            case Allowed _ -> "since it is the root user of its own account, and no policy denies it";
            case Denied denied -> DenialText.reason(question.action(), denied);
        };
    }

    /** What AWS answers to the caller; null if it was allowed. */
    @Nullable
    String message() {
        return explanation.decision() instanceof Denied denied
                ? DenialText.message(question.principal().name(), question.action(), question.namedResource(), denied)
                : null;
    }
}
