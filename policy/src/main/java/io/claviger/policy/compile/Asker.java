package io.claviger.policy.compile;

import io.claviger.policy.request.Requester;

/**
 * The caller, as the statements of a resource policy see it.
 *
 * @param requester who it is
 * @param bounded whether a permissions boundary is set
 * @param least how far a grant must go to count
 */
public record Asker(Requester requester, boolean bounded, Reach least) {

    /** The same caller, for whom only grants count that go so far. */
    public Asker atLeast(Reach reach) {
        return reach == least ? this : new Asker(requester, bounded, reach);
    }
}
