package io.claviger.operations;

/**
 * The gate's refusal.
 *
 * @param message what the caller is told
 */
public record Denied(ErrorCode code, String message) implements Admission {}
