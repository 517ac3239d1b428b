package io.claviger.policy.document;

import io.claviger.policy.json.Position;

/**
 * A text that is no policy, or one that could not be evaluated. Immutable.
 *
 * @param message why, in the words that AWS uses for a {@code MalformedPolicyDocument} where they are known; they often do
 *     not say what is wrong
 * @param reason what is wrong, in one sentence for a person; without a full stop, unless it is AWS's
 * @param at where it is wrong
 */
public record MalformedPolicy(String message, String reason, Position at) implements ParsedPolicy {}
