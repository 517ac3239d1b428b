package io.claviger.server.metrics;

import io.claviger.iam.store.Transactions;
import io.claviger.storage.commit.Connections;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The server's meters, in Prometheus' format. Thread-safe.
 *
 * <p>Labels come from the catalog of operations and from AWS's error codes, never from what a client sends; should that
 * ever fail to hold, no more than {@value #MAX_SERIES} series are made of each kind, and the rest is counted as one.
 */
public final class Metrics implements RequestMeter {

    private static final int MAX_SERIES = 2000;
    private static final String OTHER = "other";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .withoutExemplars()
            .name("claviger_requests_total")
            .help("Calls of the API that were answered, by outcome")
            .labelNames("service", "action", "code")
            .register(registry);
    private final Histogram latencies = Latencies.histogram(
                    "claviger_request_seconds", "From a request's arrival, body and all, to its answer")
            .labelNames("service", "action")
            .register(registry);
    private final Counter refusals = Counter.builder()
            .withoutExemplars()
            .name("claviger_signatures_refused_total")
            .help("Requests whose signature was refused, by error code")
            .labelNames("code")
            .register(registry);
    private final Counter decisions = Counter.builder()
            .withoutExemplars()
            .name("claviger_decisions_total")
            .help("What the policies decided")
            .labelNames("result")
            .register(registry);
    private final CounterDataPoint allowed = decisions.labelValues("allowed");
    private final CounterDataPoint denied = decisions.labelValues("denied");
    private final Map<Request, CounterDataPoint> byRequest = new ConcurrentHashMap<>();
    private final Map<Operation, DistributionDataPoint> byOperation = new ConcurrentHashMap<>();
    private final Map<String, CounterDataPoint> byRefusal = new ConcurrentHashMap<>();
    private boolean jvmShown;

    private record Request(String service, String action, String code) {}

    private record Operation(String service, String action) {}

    @Override
    public void answered(String service, String action, String code, Duration elapsed) {
        bounded(byRequest, new Request(service, action, code), new Request(OTHER, OTHER, OTHER), this::requests)
                .inc();
        bounded(byOperation, new Operation(service, action), new Operation(OTHER, OTHER), this::latencies)
                .observe(Latencies.seconds(elapsed.toNanos()));
    }

    @Override
    public void signatureRefused(String code) {
        bounded(byRefusal, code, OTHER, refusals::labelValues).inc();
    }

    @Override
    public void decided(boolean isAllowed) {
        (isAllowed ? allowed : denied).inc();
    }

    /** The same store, with its writing transactions timed. */
    public Transactions timing(Transactions store) {
        Histogram writes = Latencies.histogram(
                        "claviger_store_write_seconds",
                        "Writing transactions, until what they wrote is safe on the disk")
                .register(registry);
        return new TimedTransactions(store, nanos -> writes.observe(Latencies.seconds(nanos)));
    }

    /**
     * Shows the audit trail: how many events were lost, and whether it is being written.
     *
     * @param unverified the events that nobody is known to have signed
     */
    public void watchAudit(LongSupplier verified, LongSupplier unverified, BooleanSupplier writing) {
        CounterWithCallback.builder()
                .name("claviger_audit_events_lost_total")
                .help("Events that the audit trail could not take down")
                .labelNames("verified")
                .callback(shown -> {
                    shown.call((double) verified.getAsLong(), "true");
                    shown.call((double) unverified.getAsLong(), "false");
                })
                .register(registry);
        GaugeWithCallback.builder()
                .name("claviger_audit_writing")
                .help("1 while the audit trail is being written, 0 while its disk fails")
                .callback(shown -> shown.call(writing.getAsBoolean() ? 1 : 0))
                .register(registry);
    }

    /** Shows how long ago the last moment is of which all changes are known, and whether that is recent enough to serve. */
    public void watchChanges(Supplier<Duration> lag, BooleanSupplier current) {
        GaugeWithCallback.builder()
                .name("claviger_changes_lag_seconds")
                .help("How long ago the last moment is before which all changes of all servers are known")
                .callback(shown -> shown.call(Latencies.seconds(lag.get().toNanos())))
                .register(registry);
        GaugeWithCallback.builder()
                .name("claviger_changes_current")
                .help("1 while that is within the bound, 0 while requests are refused")
                .callback(shown -> shown.call(current.getAsBoolean() ? 1 : 0))
                .register(registry);
    }

    /** Shows the connections to a database that servers share, and what became of transactions there. */
    public void watchConnections(Connections connections) {
        ConnectionMeters.register(registry, connections);
    }

    /** All meters as they stand, and the Java virtual machine's, in Prometheus' text format. */
    public byte[] scrape() {
        showJvm();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape(), EscapingScheme.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }

    /** Not before somebody looks: the JVM's own management costs more time at start than all else of the server. */
    private synchronized void showJvm() {
        if (!jvmShown) {
            jvmShown = true;
            JvmMetrics.builder().register(registry);
        }
    }

    private CounterDataPoint requests(Request request) {
        return requests.labelValues(request.service(), request.action(), request.code());
    }

    private DistributionDataPoint latencies(Operation operation) {
        return latencies.labelValues(operation.service(), operation.action());
    }

    private static <K, M> M bounded(Map<K, M> meters, K key, K otherwise, Function<K, M> make) {
        M known = meters.get(key);
        if (known != null) {
            return known;
        }
        return meters.computeIfAbsent(meters.size() < MAX_SERIES ? key : otherwise, make);
    }
}
