package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * A key with which an account signs tokens.
 *
 * @param id what tokens call it, their {@code kid}: the thumbprint of the public key (RFC 7638)
 * @param algorithm what it signs with, as RFC 7518 calls it: {@code RS256} or {@code ES384}
 * @param signsFrom from when on it signs, until the next key of its algorithm does; it is published before
 * @param publicKey the public key as a JSON web key (RFC 7517)
 * @param privateKey the whole key as a JSON web key, sealed
 */
public record IssuerKey(
        String accountId,
        String id,
        String algorithm,
        Instant createDate,
        Instant signsFrom,
        String publicKey,
        SealedSecret privateKey)
        implements Entity {

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
