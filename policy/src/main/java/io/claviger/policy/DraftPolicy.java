package io.claviger.policy;

import io.claviger.policy.json.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy whose structure is right: known elements of the right types. What they say is still to be checked.
 *
 * @param version the version written, or else the oldest
 * @param id the {@code Id}
 * @param statements the statements
 * @param at where the policy begins
 */
record DraftPolicy(LanguageVersion version, @Nullable String id, List<DraftStatement> statements, Position at) {

    /**
     * A statement of such a policy.
     *
     * @param sid the identifier
     * @param effect the effect in any case of letters
     * @param actions the actions; no terms if there are none
     * @param resources the resources; no terms if there are none
     * @param conditions the conditions
     * @param principal where a principal is named
     * @param at where the statement begins
     */
    record DraftStatement(
            @Nullable Term sid,
            Term effect,
            Selection actions,
            Selection resources,
            List<Condition> conditions,
            @Nullable Position principal,
            Position at) {}
}
