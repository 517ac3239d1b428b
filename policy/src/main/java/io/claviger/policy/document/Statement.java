package io.claviger.policy.document;

import io.claviger.policy.json.Position;
import io.claviger.policy.json.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy. Immutable.
 *
 * @param index its place among the policy's statements, counted from 0
 * @param sid its identifier
 * @param effect what it does
 * @param principals the principals it is about; null in a policy that is attached to a principal, which is about that one
 * @param actions what it is about
 * @param resources what it is about; without terms in a trust policy, which is about its role
 * @param conditions all of which must hold
 * @param span where it stands, braces included
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</a>
 */
public record Statement(
        int index,
        @Nullable String sid,
        Effect effect,
        @Nullable PrincipalSelection principals,
        Selection actions,
        Selection resources,
        List<Condition> conditions,
        Span span) {

    /** Copies the list of conditions. */
    public Statement {
        conditions = List.copyOf(conditions);
    }

    /** Where its opening brace stands. */
    public Position at() {
        return span.start();
    }
}
