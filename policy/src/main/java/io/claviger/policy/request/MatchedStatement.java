package io.claviger.policy.request;

import org.jspecify.annotations.Nullable;

/**
 * The statement that settled a decision. Immutable.
 *
 * @param policy the policy's name, as given to {@code CompiledPolicy.compile}
 * @param index the statement's place in the policy, counted from 0
 * @param sid the statement's identifier
 */
public record MatchedStatement(
        String policy, int index, @Nullable String sid) {}
