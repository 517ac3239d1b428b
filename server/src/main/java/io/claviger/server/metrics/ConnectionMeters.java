package io.claviger.server.metrics;

import io.claviger.storage.commit.Connections;
import io.claviger.storage.commit.PoolLoad;
import io.claviger.storage.commit.SharedDatabase.Undone;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import java.util.Map;

/** The meters of connections to a database that servers share, and of transactions that were undone or run again. */
final class ConnectionMeters {

    private static final String USE = "use";

    private ConnectionMeters() {}

    static void register(PrometheusRegistry registry, Connections connections) {
        Map<String, PoolLoad> pools = Map.of("read", connections.reading(), "write", connections.writing());
        GaugeWithCallback.builder()
                .name("claviger_database_connections")
                .help("Connections to the database that are open")
                .labelNames(USE, "state")
                .callback(shown -> pools.forEach((use, pool) -> {
                    shown.call(pool.used(), use, "used");
                    shown.call(pool.idle(), use, "idle");
                }))
                .register(registry);
        GaugeWithCallback.builder()
                .name("claviger_database_connections_awaited")
                .help("Threads that wait for a connection")
                .labelNames(USE)
                .callback(shown -> pools.forEach((use, pool) -> shown.call(pool.waiting(), use)))
                .register(registry);
        Histogram waits = Latencies.histogram(
                        "claviger_database_connection_seconds",
                        "Until a transaction had a connection, which was opened if none was")
                .labelNames(USE)
                .register(registry);
        pools.forEach((use, pool) -> {
            DistributionDataPoint wait = waits.labelValues(use);
            pool.timing(nanos -> wait.observe(Latencies.seconds(nanos)));
        });
        CounterWithCallback.builder()
                .name("claviger_database_undone_total")
                .help("Writing transactions that the database undid by itself")
                .labelNames("reason")
                .callback(shown -> {
                    for (Undone reason : Undone.values()) {
                        shown.call(
                                (double) connections.conflicts().count(reason),
                                reason.name().toLowerCase(Locale.ROOT));
                    }
                })
                .register(registry);
        CounterWithCallback.builder()
                .name("claviger_database_retries_total")
                .help("Writing transactions that were run again")
                .callback(shown -> shown.call((double) connections.conflicts().retries()))
                .register(registry);
        CounterWithCallback.builder()
                .name("claviger_database_commits_in_doubt_total")
                .help("Commits during which the connection ended, so that the database was asked about them")
                .callback(shown -> shown.call((double) connections.conflicts().inDoubt()))
                .register(registry);
    }
}
