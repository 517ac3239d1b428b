package io.claviger.policy.decision;

import io.claviger.policy.request.Decision;
import java.util.List;

/**
 * A decision, and what every statement had to do with it. Immutable.
 *
 * @param decision the decision
 * @param statements all statements of all policies that bound the request, in the order of the documentation: those of the
 *     resource's control policies, its own policy, service control policies, identity policies, boundary, session policies
 */
public record Explanation(Decision decision, List<ExplainedStatement> statements) {

    /** Copies the list of statements. */
    public Explanation {
        statements = List.copyOf(statements);
    }

    /** The statements that matched the request. */
    public List<ExplainedStatement> matched() {
        return statements.stream().filter(ExplainedStatement::matched).toList();
    }
}
