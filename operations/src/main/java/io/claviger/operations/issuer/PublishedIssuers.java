package io.claviger.operations.issuer;

import io.claviger.federation.issuer.IssuerDocuments;
import io.claviger.iam.store.Transactions;
import java.time.InstantSource;
import java.util.Optional;

/** What everybody may know of issuers: the documents by which their tokens are verified. Thread-safe. */
public final class PublishedIssuers {

    private final Transactions store;
    private final IssuerUrls urls;
    private final InstantSource clock;

    /** The issuers of a store, under such URLs. */
    public PublishedIssuers(Transactions store, IssuerUrls urls, InstantSource clock) {
        this.store = store;
        this.urls = urls;
        this.clock = clock;
    }

    /**
     * The document at a path, as JSON; empty if there is none. An issuer that issues no more is still there, for those
     * who hold its tokens.
     *
     * @param path of the request
     */
    public Optional<String> at(String path) {
        if (!path.startsWith(IssuerUrls.PATH)) {
            return Optional.empty();
        }
        String below = path.substring(IssuerUrls.PATH.length());
        int slash = below.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String issuerId = below.substring(0, slash);
        return switch (below.substring(slash)) {
            case IssuerDocuments.DISCOVERY -> discovery(issuerId);
            case IssuerDocuments.KEYS -> keys(issuerId);
            default -> Optional.empty();
        };
    }

    private Optional<String> discovery(String issuerId) {
        return store.read(reading -> reading.issuers().byId(issuerId))
                .map(issuer -> IssuerDocuments.discovery(urls.of(issuer), AwsClaims.NAMESPACE));
    }

    private Optional<String> keys(String issuerId) {
        return store.read(reading -> reading.issuers()
                .byId(issuerId)
                .map(issuer ->
                        IssuerDocuments.keys(IssuerKeys.published(reading, issuer.accountId(), clock.instant()))));
    }
}
