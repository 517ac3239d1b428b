package io.claviger.policy;

/**
 * The one who asks, as the statements of a resource policy see them.
 *
 * @param requester who it is
 * @param bounded whether a permissions boundary is set
 * @param least how far a grant must go to count
 */
record Asker(Requester requester, boolean bounded, Reach least) {

    Asker atLeast(Reach reach) {
        return new Asker(requester, bounded, reach);
    }
}
