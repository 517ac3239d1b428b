package io.claviger.bench;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was measured of one thing, round by round. Immutable; there is at least one round. */
final class Sample {

    private final double[] rounds;
    private final double[] sorted;

    private Sample(double[] rounds) {
        if (rounds.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        this.rounds = rounds;
        this.sorted = rounds.clone();
        Arrays.sort(sorted);
    }

    /** Of values in the order in which they were measured. */
    static Sample of(double... rounds) {
        return new Sample(rounds.clone());
    }

    /** Of one value of each round. */
    static <T> Sample of(T[] rounds, ToDoubleFunction<T> value) {
        return new Sample(Arrays.stream(rounds).mapToDouble(value).toArray());
    }

    int size() {
        return rounds.length;
    }

    double median() {
        return quantile(0.5);
    }

    /** A quarter of the values is not above it. */
    double lowerQuartile() {
        return quantile(0.25);
    }

    /** A quarter of the values is not below it. */
    double upperQuartile() {
        return quantile(0.75);
    }

    /** The quotients of this sample's rounds and the same rounds of a baseline. */
    Sample over(Sample baseline) {
        if (baseline.size() != size()) {
            throw new IllegalArgumentException(size() + " rounds and " + baseline.size() + " of the baseline");
        }
        return new Sample(IntStream.range(0, size())
                .mapToDouble(i -> rounds[i] / baseline.rounds[i])
                .toArray());
    }

    /** Interpolates between the two values that the quantile lies between. */
    private double quantile(double part) {
        double position = part * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
