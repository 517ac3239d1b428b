package io.claviger.policy.compile;

import io.claviger.policy.request.Requester;

/**
 * The one to whom a resource policy may grant something: the caller, as its statements see it.
 *
 * @param requester who it is
 * @param bounded whether a permissions boundary is set
 * @param least how far a grant must go to count
 */
public record Grantee(Requester requester, boolean bounded, Reach least) {

    /** The same caller, for whom only grants count that go so far. */
    public Grantee atLeast(Reach reach) {
        return reach == least ? this : new Grantee(requester, bounded, reach);
    }
}
