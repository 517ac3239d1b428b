package io.claviger.operations.federation;

import io.claviger.federation.saml.SamlKeyPem;
import io.claviger.iam.SamlPrivateKey;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.SamlProvider.Encryption;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.Sealing;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.Refused;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The private keys of SAML providers, stored sealed, each for its own ID alone. Thread-safe.
 *
 * @param sealing under the deployment's key
 */
public record SamlKeyRing(UniqueIds uniqueIds, Sealing sealing) {

    /** AWS's bound: the key in use, and its successor. */
    private static final int MOST = 2;

    /**
     * Adds a key to a provider, or removes one.
     *
     * @param added in PEM; null to add none
     * @param removed a key's ID; null to remove none
     * @throws Refused when that cannot be
     */
    void change(Writing writing, Instant now, SamlProvider provider, @Nullable String added, @Nullable String removed) {
        List<SamlPrivateKey> present = writing.samlProviders().keysOf(provider.id());
        if (added != null) {
            if (SamlKeyPem.read(added).isEmpty()) {
                throw Refused.invalidInput("Invalid private key.");
            }
            if (present.size() >= MOST) {
                throw Refused.limitExceeded("Private key limit of " + MOST + " is reached.");
            }
            writing.insert(sealed(provider, added, now));
        }
        if (removed != null) {
            SamlPrivateKey key = present.stream()
                    .filter(one -> one.id().equals(removed))
                    .findAny()
                    .orElseThrow(() -> Refused.invalidInput(
                            "Failed to remove private key because the Key ID does not match a private key."));
            if (provider.encryption() == Encryption.REQUIRED && present.size() == 1) {
                throw Refused.invalidInput("Failed to remove private key.");
            }
            writing.delete(key);
        }
    }

    /** A provider's keys, ready for use. */
    public List<PrivateKey> of(Reading reading, SamlProvider provider) {
        return reading.samlProviders().keysOf(provider.id()).stream()
                .map(this::opened)
                .toList();
    }

    private SamlPrivateKey sealed(SamlProvider provider, String pem, Instant now) {
        String id = uniqueIds.samlPrivateKey();
        return new SamlPrivateKey(
                provider.accountId(),
                id,
                provider.id(),
                now.truncatedTo(ChronoUnit.MILLIS),
                new SealedSecret(sealing.seal(pem, context(id))));
    }

    private PrivateKey opened(SamlPrivateKey key) {
        return sealing.open(key.key().bytes(), context(key.id()))
                .flatMap(SamlKeyPem::read)
                .orElseThrow(() -> new IllegalStateException("the private key " + key.id() + " cannot be opened"));
    }

    /** What a private key is sealed for: itself alone. */
    public static String context(String keyId) {
        return "saml-private-key:" + keyId;
    }
}
