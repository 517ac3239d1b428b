package io.claviger.access;

import io.claviger.access.Credential.Temporary;

/**
 * A session as its token carries it.
 *
 * @param ownerId the unique ID of the user or role, or an account's for its root user
 * @param secret the temporary key's secret
 */
public record Session(Temporary credential, String ownerId, String secret) {

    @Override
    public String toString() {
        return "Session[" + credential.accessKeyId() + "]";
    }
}
