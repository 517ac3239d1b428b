package io.claviger.policy.document;

import java.util.List;

/**
 * The actions or the resources that a statement is about. Immutable.
 *
 * @param excluding false for {@code Action} and {@code Resource}, which select what a term matches; true for
 *     {@code NotAction} and {@code NotResource}, which select everything else
 * @param terms the patterns; in a {@link PolicyDocument} that was parsed at least one, except for the resources of a trust
 *     policy
 */
public record Selection(boolean excluding, List<Term> terms) {

    /** Copies the list of terms. */
    public Selection {
        terms = List.copyOf(terms);
    }
}
