package io.claviger.access;

/** An authenticated caller. Immutable. */
public record Caller(Principal principal, Credential credential) {

    /** The account that the caller belongs to. */
    public String accountId() {
        return principal.accountId();
    }
}
