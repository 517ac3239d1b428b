package io.claviger.operations.gate;

/**
 * The gate's refusal.
 *
 * @param message what the caller reads
 */
public record Denied(ErrorCode code, String message) implements Admission {}
