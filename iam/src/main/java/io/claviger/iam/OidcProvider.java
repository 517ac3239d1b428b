package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * An identity provider of OpenID Connect that an account trusts.
 *
 * @param id the unique ID within the store; AWS shows none
 * @param url the issuer without {@code https://}, with its path; compared to the letter
 * @param clientIds the audiences whose tokens are taken
 * @param thumbprints SHA-1 of certificates in hexadecimal, which vouch for the issuer if no public authority does
 * @param tags in the order in which they were set
 */
public record OidcProvider(
        String accountId,
        String id,
        String url,
        Instant createDate,
        List<String> clientIds,
        List<String> thumbprints,
        List<Tag> tags)
        implements Entity, Tagged<OidcProvider> {

    /** Copies the lists. */
    public OidcProvider {
        clientIds = List.copyOf(clientIds);
        thumbprints = List.copyOf(thumbprints);
        tags = List.copyOf(tags);
    }

    /** {@code arn:aws:iam::123456789012:oidc-provider/issuer.example/path}. */
    public String arn(Partition partition) {
        return Arns.oidcProvider(partition, accountId, url);
    }

    /** What stands as {@code iss} in tokens of this provider. */
    public String issuer() {
        return "https://" + url;
    }

    /** The same provider for these audiences. */
    public OidcProvider serving(List<String> others) {
        return new OidcProvider(accountId, id, url, createDate, others, thumbprints, tags);
    }

    /** The same provider with these thumbprints. */
    public OidcProvider vouchedFor(List<String> others) {
        return new OidcProvider(accountId, id, url, createDate, clientIds, others, tags);
    }

    @Override
    public OidcProvider tagged(List<Tag> others) {
        return new OidcProvider(accountId, id, url, createDate, clientIds, thumbprints, others);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
