package io.claviger.policy.json;

/**
 * A stretch of a text. Immutable.
 *
 * @param start its first character
 * @param end the character after its last one
 */
public record Span(Position start, Position end) {}
