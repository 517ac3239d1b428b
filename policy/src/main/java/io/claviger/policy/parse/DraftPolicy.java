package io.claviger.policy.parse;

import io.claviger.policy.document.Condition;
import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.Selection;
import io.claviger.policy.document.Term;
import io.claviger.policy.json.Position;
import io.claviger.policy.json.Span;
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
     * @param principals the principals that it names
     * @param actions the actions; no terms if there are none
     * @param resources the resources; no terms if there are none
     * @param conditions the conditions
     * @param span where the statement stands
     */
    record DraftStatement(
            @Nullable Term sid,
            Term effect,
            @Nullable DraftPrincipals principals,
            DraftSelection actions,
            DraftSelection resources,
            List<Condition> conditions,
            Span span) {

        Position at() {
            return span.start();
        }
    }

    /**
     * The principals of a statement.
     *
     * @param selection who they are; perhaps none
     * @param bare whether the element is {@code "*"} alone, without the kind {@code AWS}
     * @param at where the element's name stands
     */
    record DraftPrincipals(PrincipalSelection selection, boolean bare, Position at) {}

    /**
     * The actions or resources of a statement.
     *
     * @param selection what they are; perhaps nothing
     * @param at where the element's name stands; null if there is no such element
     */
    record DraftSelection(Selection selection, @Nullable Position at) {

        List<Term> terms() {
            return selection.terms();
        }
    }
}
