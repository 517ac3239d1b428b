package io.claviger.operations;

/**
 * One thing that the caller's policies must allow before an operation runs.
 *
 * @param action such as {@code iam:CreateUser}
 */
record Check(String action, Target target) {}
