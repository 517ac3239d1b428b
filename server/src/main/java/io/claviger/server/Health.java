package io.claviger.server;

import io.claviger.iam.store.Store;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Arrival;
import io.claviger.server.http.Endpoint;

/** How the server is, for what watches over it. Tells nothing that is anyone's secret, so it asks for no signature. */
final class Health {

    private final Store store;
    private final Trail trail;

    Health(Store store, Trail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** 200 as long as the process answers at all. */
    Endpoint live() {
        return new Endpoint() {
            @Override
            public Answer answer(Arrival arrival) {
                return Answer.text(200, "live");
            }

            @Override
            public boolean isQuick(Arrival arrival) {
                return true;
            }
        };
    }

    /** 200 when requests can be served: the store answers, and the audit trail is being written. */
    Endpoint ready() {
        return _ -> {
            if (!store.isReady()) {
                return Answer.text(503, "the store does not answer");
            }
            return trail.isHealthy()
                    ? Answer.text(200, "ready")
                    : Answer.text(503, "the audit trail cannot be written");
        };
    }
}
