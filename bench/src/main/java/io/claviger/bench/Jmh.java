package io.claviger.bench;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How JMH measures here: one thread, one JVM with the server's collector, five iterations after five to warm up. */
final class Jmh {

    private static final int ITERATIONS = 5;

    private Jmh() {}

    /** All benchmarks of a class, each for as long as a round takes. */
    static ChainedOptionsBuilder options(Class<?> benchmark, Effort effort) {
        TimeValue iteration = TimeValue.milliseconds(1000L * effort.seconds() / ITERATIONS);
        return new OptionsBuilder()
                .include("^" + benchmark.getName() + "\\.")
                .warmupIterations(ITERATIONS)
                .warmupTime(iteration)
                .measurementIterations(ITERATIONS)
                .measurementTime(iteration)
                .forks(1)
                .threads(1)
                .jvmArgsAppend("-XX:+UseSerialGC")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }
}
