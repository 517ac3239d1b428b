package io.claviger.server.metrics;

import io.claviger.iam.store.Store;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The server's meters, in Prometheus' format. Thread-safe.
 *
 * <p>Labels come from the catalog of operations and from AWS's error codes, never from what a client sends; should that
 * ever fail to hold, no more than {@value #MAX_SERIES} series are made of each kind, and the rest is counted as one.
 */
public final class Metrics implements RequestMeter {

    private static final int MAX_SERIES = 2000;
    private static final String OTHER = "other";
    private static final Duration[] LATENCIES = millis(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Request, Counter> requests = new ConcurrentHashMap<>();
    private final Map<Operation, Timer> latencies = new ConcurrentHashMap<>();
    private final Map<String, Counter> refusals = new ConcurrentHashMap<>();
    private final Counter allowed = decisions("allowed");
    private final Counter denied = decisions("denied");

    /** Meters with the Java virtual machine's basics among them. */
    public Metrics() {
        JvmMeters.bind(registry);
    }

    private record Request(String service, String action, String code) {}

    private record Operation(String service, String action) {}

    @Override
    public void answered(String service, String action, String code, Duration elapsed) {
        bounded(requests, new Request(service, action, code), new Request(OTHER, OTHER, OTHER), this::requests)
                .increment();
        bounded(latencies, new Operation(service, action), new Operation(OTHER, OTHER), this::latencies)
                .record(elapsed);
    }

    @Override
    public void signatureRefused(String code) {
        bounded(refusals, code, OTHER, this::refusals).increment();
    }

    @Override
    public void decided(boolean isAllowed) {
        (isAllowed ? allowed : denied).increment();
    }

    /** The same store, with its writing transactions timed. */
    public Store timing(Store store) {
        return new TimedStore(
                store,
                Timer.builder("claviger_store_write")
                        .description("Writing transactions, until what they wrote is safe on the disk")
                        .serviceLevelObjectives(LATENCIES)
                        .register(registry));
    }

    /** Tells of the audit trail: how many events were lost, and whether it is being written. */
    public void watchAudit(LongSupplier lost, BooleanSupplier writing) {
        FunctionCounter.builder("claviger_audit_events_lost", lost, LongSupplier::getAsLong)
                .description("Events that the audit trail could not take down")
                .register(registry);
        Gauge.builder("claviger_audit_writing", writing, up -> up.getAsBoolean() ? 1 : 0)
                .description("1 while the audit trail is being written, 0 while its disk fails")
                .strongReference(true)
                .register(registry);
    }

    /** All meters as they stand, in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    private Counter requests(Request request) {
        return Counter.builder("claviger_requests")
                .description("Calls of the API that were answered, by outcome")
                .tag("service", request.service())
                .tag("action", request.action())
                .tag("code", request.code())
                .register(registry);
    }

    private Timer latencies(Operation operation) {
        return Timer.builder("claviger_request")
                .description("From a request's arrival, body and all, to its answer")
                .tag("service", operation.service())
                .tag("action", operation.action())
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    private Counter refusals(String code) {
        return Counter.builder("claviger_signatures_refused")
                .description("Requests whose signature was refused, by error code")
                .tag("code", code)
                .register(registry);
    }

    private Counter decisions(String result) {
        return Counter.builder("claviger_decisions")
                .description("What the policies decided")
                .tag("result", result)
                .register(registry);
    }

    private static <K, M> M bounded(Map<K, M> meters, K key, K otherwise, Function<K, M> make) {
        M known = meters.get(key);
        if (known != null) {
            return known;
        }
        return meters.computeIfAbsent(meters.size() < MAX_SERIES ? key : otherwise, make);
    }

    private static Duration[] millis(int... values) {
        Duration[] durations = new Duration[values.length];
        for (int i = 0; i < values.length; i++) {
            durations[i] = Duration.ofMillis(values[i]);
        }
        return durations;
    }
}
