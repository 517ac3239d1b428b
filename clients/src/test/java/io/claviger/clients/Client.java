package io.claviger.clients;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One of AWS's clients. Whatever fails without the service having refused is an {@link AssertionError}. */
public interface Client extends AutoCloseable {

    Answer call(Call call);

    /** Every page that the client's own paginator brings; one page from a client that joins them unasked. */
    List<JsonNode> pages(Call call, int pageSize);

    /** A presigned URL for a GET, or empty when this client cannot make one. */
    Optional<URI> presign(Call call);

    @Override
    void close();
}
