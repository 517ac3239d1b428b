package io.claviger.server.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.operations.issuer.PublishedIssuers;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;
import io.claviger.sigv4.Header;
import java.util.List;

/** Shows the discovery documents and the public keys of issuers, to everybody. Thread-safe. */
public final class IssuerEndpoint implements Endpoint {

    private static final String JSON = "application/json";

    /** Much shorter than a key is published before it signs. */
    private static final Header KEPT = new Header("Cache-Control", "public, max-age=900");

    private final PublishedIssuers issuers;

    public IssuerEndpoint(PublishedIssuers issuers) {
        this.issuers = issuers;
    }

    @Override
    public Answer answer(IncomingRequest incoming) {
        return issuers.at(incoming.request().path())
                .map(document -> new Answer(200, JSON, document.getBytes(UTF_8), List.of(KEPT)))
                .orElseGet(() -> Answer.text(404, "Not found"));
    }
}
