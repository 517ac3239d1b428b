package io.claviger.server.composition;

import io.claviger.iam.store.Store;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;
import io.claviger.sigv4.Header;
import java.util.List;

/** Answers while the store has seen what other servers changed, and refuses with 503 while it may not have. */
record WhileCurrent(Store store, Endpoint endpoint) implements Endpoint {

    private static final int UNAVAILABLE = 503;

    @Override
    public Answer answer(IncomingRequest incoming) {
        if (store.isCurrent()) {
            return endpoint.answer(incoming);
        }
        Answer refusal = Answer.text(UNAVAILABLE, "ServiceUnavailable: try again");
        return new Answer(
                refusal.status(), refusal.contentType(), refusal.body(), List.of(new Header("Retry-After", "1")));
    }

    @Override
    public boolean isQuick(IncomingRequest incoming) {
        return endpoint.isQuick(incoming);
    }

    @Override
    public boolean isPatient(IncomingRequest incoming) {
        return endpoint.isPatient(incoming);
    }
}
