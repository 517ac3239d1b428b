package io.claviger.policy;

import io.claviger.policy.json.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy. Immutable.
 *
 * @param index its place among the policy's statements, counted from 0
 * @param sid its identifier
 * @param effect what it does
 * @param actions what it is about
 * @param resources what it is about
 * @param conditions all of which must hold
 * @param at where its opening brace stands
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</a>
 */
public record Statement(
        int index,
        @Nullable String sid,
        Effect effect,
        Selection actions,
        Selection resources,
        List<Condition> conditions,
        Position at) {

    /** Copies the list of conditions. */
    public Statement {
        conditions = List.copyOf(conditions);
    }
}
