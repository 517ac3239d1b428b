package io.claviger.policy.decision;

import io.claviger.policy.compile.Reach;
import io.claviger.policy.document.Condition;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.Statement;
import io.claviger.policy.json.Span;
import io.claviger.policy.request.MatchedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement had to do with a decision. Immutable.
 *
 * @param type as what its policy was evaluated
 * @param level for control policies the level on the way from the organization's root, counted from 0; else 0
 * @param statement which statement
 * @param source what it says
 * @param reach how far it goes to the caller: a grant of a resource's policy that reaches the account only needs an
 *     identity policy too; {@link Reach#DIRECT} for policies that are attached to a principal
 * @param mismatch the first part that did not match; null if the statement matched
 * @param heldByAbsence if the statement matched, its conditions that hold only since their keys are absent, {@code Null}
 *     apart
 */
public record ExplainedStatement(
        PolicyType type,
        int level,
        MatchedStatement statement,
        Statement source,
        Reach reach,
        @Nullable Mismatch mismatch,
        List<Condition> heldByAbsence) {

    /** Copies the list of conditions. */
    public ExplainedStatement {
        heldByAbsence = List.copyOf(heldByAbsence);
    }

    /** Whether the statement matched. */
    public boolean matched() {
        return mismatch == null;
    }

    /** What it does if it matches. */
    public Effect effect() {
        return source.effect();
    }

    /** Where it stands in its policy. */
    public Span span() {
        return source.span();
    }
}
