package io.claviger.operations.gate;

/**
 * One thing that the caller's policies must allow before an operation runs.
 *
 * @param action such as {@code iam:CreateUser}
 * @param isGranted whether the account itself gives this right, so that policies need not allow it, but may deny it
 */
public record Check(String action, Target target, boolean isGranted) {

    /** A check that policies alone decide. */
    public Check(String action, Target target) {
        this(action, target, false);
    }
}
