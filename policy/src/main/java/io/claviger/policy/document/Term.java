package io.claviger.policy.document;

import io.claviger.policy.json.Position;

/**
 * A text in a policy. Immutable.
 *
 * @param text the text, JSON escapes resolved
 * @param at where it stands
 */
public record Term(String text, Position at) {}
