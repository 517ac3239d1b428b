package io.claviger.policy;

/**
 * Whether a request may go ahead, and why. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public sealed interface Decision {

    /**
     * The request may go ahead.
     *
     * @param by the statement of an identity policy that allows it
     */
    record Allowed(MatchedStatement by) implements Decision {}

    /**
     * The request may not go ahead, since a statement denies it.
     *
     * @param by that statement
     * @param in as what the statement's policy was evaluated
     */
    record ExplicitlyDenied(MatchedStatement by, PolicyType in) implements Decision {}

    /**
     * The request may not go ahead, since nothing allows it.
     *
     * @param missing the first of identity policies, boundary and session policies in which no statement allows it
     */
    record ImplicitlyDenied(PolicyType missing) implements Decision {}
}
