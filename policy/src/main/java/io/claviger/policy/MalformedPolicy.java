package io.claviger.policy;

import io.claviger.policy.json.Position;

/**
 * A text that is no policy, or one that could not be evaluated. Immutable.
 *
 * @param message why, in the words that AWS uses for a {@code MalformedPolicyDocument} where they are known
 * @param at what is wrong
 */
public record MalformedPolicy(String message, Position at) implements ParsedPolicy {}
