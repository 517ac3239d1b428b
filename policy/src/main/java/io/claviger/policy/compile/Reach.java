package io.claviger.policy.compile;

/**
 * How far a statement that names principals goes to the caller, from least to most.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public enum Reach {
    /** The statement is about others. */
    NONE,
    /** It names the account, which may then pass the right on by identity policies. */
    ACCOUNT,
    /** It names the role or user that the session is of: boundary and session policies still bound it. */
    SESSION_OF,
    /** It names exactly the caller, or everybody. */
    DIRECT;

    /** The next that does not go so far; the first is its own next. */
    public Reach less() {
        return switch (this) {
            case NONE, ACCOUNT -> NONE;
            case SESSION_OF -> ACCOUNT;
            case DIRECT -> SESSION_OF;
        };
    }
}
