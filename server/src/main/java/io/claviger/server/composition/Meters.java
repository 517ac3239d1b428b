package io.claviger.server.composition;

import io.claviger.iam.store.Transactions;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;
import io.claviger.server.metrics.Metrics;
import io.claviger.server.metrics.RequestMeter;
import io.claviger.storage.commit.SqlStore;
import java.util.List;
import java.util.Optional;

/** The server's meters, or none of them. */
public final class Meters {

    private static final String PROMETHEUS = "text/plain;version=0.0.4;charset=utf-8";

    private final Optional<Metrics> metrics;

    private Meters(Optional<Metrics> metrics) {
        this.metrics = metrics;
    }

    public static Meters of(Settings settings) {
        return new Meters(settings.metrics() ? Optional.of(new Metrics()) : Optional.empty());
    }

    /** The same transactions, timed. */
    public Transactions timing(Transactions store) {
        return metrics.map(meters -> meters.timing(store)).orElse(store);
    }

    /** Shows the audit trail, if there is one, and a store's place among others of its database, if there can be any. */
    public void watch(Audit audit, SqlStore store) {
        metrics.ifPresent(meters -> {
            audit.kept()
                    .ifPresent(kept -> meters.watchAudit(kept::lostVerified, kept::lostUnverified, kept::isWriting));
            store.lag().ifPresent(lag -> meters.watchChanges(lag, store::isCurrent));
            store.connections().ifPresent(meters::watchConnections);
        });
    }

    public RequestMeter requests() {
        return metrics.<RequestMeter>map(meters -> meters).orElse(RequestMeter.NONE);
    }

    /** Shows the meters to Prometheus; empty when there are none. */
    public Optional<Endpoint> endpoint() {
        return metrics.map(meters -> (IncomingRequest _) -> new Answer(200, PROMETHEUS, meters.scrape(), List.of()));
    }
}
