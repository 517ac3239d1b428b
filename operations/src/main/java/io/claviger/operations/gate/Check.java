package io.claviger.operations.gate;

/**
 * One thing that the caller's policies must allow before an operation runs.
 *
 * @param action such as {@code iam:CreateUser}
 */
public record Check(String action, Target target) {}
