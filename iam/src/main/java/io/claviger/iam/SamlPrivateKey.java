package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * A private key that decrypts the assertions of a SAML provider. It is never updated.
 *
 * @param id the key's ID, {@code SAMLPK…}
 * @param providerId the provider's unique ID
 * @param key the key in PEM, sealed for the context of this key's ID
 */
public record SamlPrivateKey(String accountId, String id, String providerId, Instant createDate, SealedSecret key)
        implements Entity {

    @Override
    public List<String> touches() {
        return List.of(providerId);
    }
}
