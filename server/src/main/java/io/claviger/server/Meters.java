package io.claviger.server;

import io.claviger.iam.store.Transactions;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Arrival;
import io.claviger.server.http.Endpoint;
import io.claviger.server.metrics.Metrics;
import io.claviger.server.metrics.RequestMeter;
import java.util.List;
import java.util.Optional;

/** The server's meters, or none of them. */
final class Meters {

    private static final String PROMETHEUS = "text/plain;version=0.0.4;charset=utf-8";

    private final Optional<Metrics> metrics;

    private Meters(Optional<Metrics> metrics) {
        this.metrics = metrics;
    }

    static Meters of(Settings settings) {
        return new Meters(settings.metrics() ? Optional.of(new Metrics()) : Optional.empty());
    }

    /** The same transactions, timed. */
    Transactions timing(Transactions store) {
        return metrics.map(meters -> meters.timing(store)).orElse(store);
    }

    void watch(Trail trail) {
        metrics.ifPresent(meters -> trail.log().ifPresent(log -> meters.watchAudit(log::lost, log::isWriting)));
    }

    RequestMeter requests() {
        return metrics.<RequestMeter>map(meters -> meters).orElse(RequestMeter.NONE);
    }

    /** Shows the meters to Prometheus; empty when there are none. */
    Optional<Endpoint> endpoint() {
        return metrics.map(meters -> (Arrival _) -> new Answer(200, PROMETHEUS, meters.scrape(), List.of()));
    }
}
