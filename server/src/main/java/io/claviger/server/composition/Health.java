package io.claviger.server.composition;

import io.claviger.iam.store.Store;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;

/** How the server is, for what watches over it. It shows nothing that is a secret, so it asks for no signature. */
public final class Health {

    private final Store store;
    private final Audit audit;

    Health(Store store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /** 200 as long as the process answers at all. */
    public Endpoint live() {
        return new Endpoint() {
            @Override
            public Answer answer(IncomingRequest incoming) {
                return Answer.text(200, "live");
            }

            @Override
            public boolean isQuick(IncomingRequest incoming) {
                return true;
            }
        };
    }

    /** 200 if requests can be served: the store answers and takes writes, and the audit trail is being written. */
    public Endpoint ready() {
        return _ -> {
            if (!store.isCurrent()) {
                return Answer.text(503, "changes that other servers made may be missing");
            }
            if (!store.isReady()) {
                return Answer.text(503, "the store does not answer, or cannot be written");
            }
            return audit.isHealthy()
                    ? Answer.text(200, "ready")
                    : Answer.text(503, "the audit trail cannot be written");
        };
    }
}
