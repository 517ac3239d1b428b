package io.claviger.policy.document;

/** What a statement does to the requests it matches. */
public enum Effect {
    /** Permits them, unless a statement denies them. */
    ALLOW,
    /** Refuses them, whatever else permits them. */
    DENY
}
