package io.claviger.server.metrics;

import io.prometheus.metrics.core.metrics.Histogram;

/** Histograms of how long something took, in seconds. */
final class Latencies {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double[] BOUNDS = {
        0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10
    };

    private Latencies() {}

    /** One that is still to be registered. */
    static Histogram.Builder histogram(String name, String help) {
        return Histogram.builder()
                .withoutExemplars()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(BOUNDS);
    }

    static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }
}
