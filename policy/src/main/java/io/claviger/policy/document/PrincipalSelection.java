package io.claviger.policy.document;

import java.util.List;

/**
 * Whom a statement is about. Immutable.
 *
 * @param excluding false for {@code Principal}, which selects the principals that a term names; true for {@code NotPrincipal}, which
 *     selects everybody else
 * @param terms the principals, at least one in a {@link PolicyDocument} that was parsed
 */
public record PrincipalSelection(boolean excluding, List<PrincipalTerm> terms) {

    /** Copies the list of terms. */
    public PrincipalSelection {
        terms = List.copyOf(terms);
    }
}
