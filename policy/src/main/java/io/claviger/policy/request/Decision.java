package io.claviger.policy.request;

import io.claviger.policy.document.PolicyType;
import org.jspecify.annotations.Nullable;

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
     * @param by the statement of an identity policy that allows it, or of a resource's policy if no identity policy had to;
     *     null for a root user in its own account, who needs no statement
     */
    record Allowed(@Nullable MatchedStatement by) implements Decision {}

    /** The request may not go ahead. */
    sealed interface Denied extends Decision {

        /** The policies to blame: those in which a statement denies it, or in which none allows it. */
        PolicyType type();
    }

    /**
     * The request may not go ahead, since a statement denies it.
     *
     * @param by that statement
     * @param in as what the statement's policy was evaluated
     */
    record ExplicitlyDenied(MatchedStatement by, PolicyType in) implements Denied {
        @Override
        public PolicyType type() {
            return in;
        }
    }

    /**
     * The request may not go ahead, since nothing allows it.
     *
     * @param missing the first policies, of those that had to allow it, in which no statement does
     */
    record ImplicitlyDenied(PolicyType missing) implements Denied {
        @Override
        public PolicyType type() {
            return missing;
        }
    }
}
