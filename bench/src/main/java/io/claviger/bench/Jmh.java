package io.claviger.bench;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How JMH measures here: on one thread with the server's collector, in a JVM for each round. A round is five iterations
 * after as many to warm up.
 */
final class Jmh {

    private static final int ITERATIONS = 5;

    private Jmh() {}

    /** All benchmarks of a class, each for the rounds that are asked for. */
    static ChainedOptionsBuilder options(Class<?> benchmark, Effort effort) {
        TimeValue iteration = TimeValue.milliseconds(1000L * effort.seconds() / ITERATIONS);
        return new OptionsBuilder()
                .include("^" + benchmark.getName() + "\\.")
                .warmupIterations(ITERATIONS)
                .warmupTime(iteration)
                .measurementIterations(ITERATIONS)
                .measurementTime(iteration)
                .forks(effort.rounds())
                .threads(1)
                .jvmArgsAppend("-XX:+UseSerialGC")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    /** The measures of all iterations of all rounds. */
    static Sample sample(RunResult result) {
        return Sample.of(result.getBenchmarkResults().stream()
                .flatMap(round -> round.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .toArray());
    }
}
