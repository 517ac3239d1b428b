package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * A SAML 2.0 identity provider that the account trusts. Its private keys, which decrypt assertions, are entities of their
 * own: {@link SamlPrivateKey}.
 *
 * @param id the unique ID, {@code SAMLSP…}
 * @param metadata the metadata document, as it was given
 * @param validUntil when the metadata ends: from then on the provider vouches for nobody
 * @param encryption whether assertions must come encrypted
 * @param tags in the order in which they were set
 */
public record SamlProvider(
        String accountId,
        String id,
        String name,
        String metadata,
        Instant createDate,
        Instant validUntil,
        Encryption encryption,
        List<Tag> tags)
        implements Entity, Tagged<SamlProvider> {

    /** What a provider asks of assertions. */
    public enum Encryption {
        /** They may be encrypted. */
        ALLOWED,
        /** They must be. */
        REQUIRED
    }

    /** Copies the tags. */
    public SamlProvider {
        tags = List.copyOf(tags);
    }

    /** {@code arn:aws:iam::123456789012:saml-provider/name}. */
    public String arn(Partition partition) {
        return Arns.samlProvider(partition, accountId, name);
    }

    /** The same provider with another metadata document. */
    public SamlProvider describedBy(String document, Instant until) {
        return new SamlProvider(accountId, id, name, document, createDate, until, encryption, tags);
    }

    /** The same provider asking for another encryption. */
    public SamlProvider asking(Encryption other) {
        return new SamlProvider(accountId, id, name, metadata, createDate, validUntil, other, tags);
    }

    @Override
    public SamlProvider tagged(List<Tag> others) {
        return new SamlProvider(accountId, id, name, metadata, createDate, validUntil, encryption, others);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
