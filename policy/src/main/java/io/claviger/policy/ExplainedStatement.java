package io.claviger.policy;

import io.claviger.policy.json.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a statement had to do with a decision. Immutable.
 *
 * @param type as what its policy was evaluated
 * @param level for control policies the level on the way from the organization's root, counted from 0; else 0
 * @param statement which statement
 * @param effect what it does if it matches
 * @param span where it stands in its policy
 * @param mismatch the first part that did not match; null if the statement matched
 */
public record ExplainedStatement(
        PolicyType type,
        int level,
        MatchedStatement statement,
        Effect effect,
        Span span,
        @Nullable Mismatch mismatch) {

    /** Whether the statement matched. */
    public boolean matched() {
        return mismatch == null;
    }
}
