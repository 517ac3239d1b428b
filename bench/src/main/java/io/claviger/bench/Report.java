package io.claviger.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** Prints measures as they come, one a line. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** On what was measured. */
    void machine() {
        out.printf(
                "%s %s, %d cores, Java %s%n%n",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        out.printf("%-52s %14s %14s %9s   %s%n", "measure", "Claviger", "baseline", "ratio", "goal");
    }

    /** A measure beside its baseline. */
    void ratio(String measure, double claviger, double baseline, String unit, String goal) {
        out.printf(
                Locale.ROOT,
                "%-52s %14s %14s %9.2f   %s%n",
                measure,
                number(claviger) + " " + unit,
                number(baseline) + " " + unit,
                claviger / baseline,
                goal);
    }

    /** A measure that has no baseline. */
    void value(String measure, double claviger, String unit, String goal) {
        out.printf(Locale.ROOT, "%-52s %14s %14s %9s   %s%n", measure, number(claviger) + " " + unit, "", "", goal);
    }

    /** What was not measured, and why. */
    void skipped(String measure, String why) {
        out.printf("%-52s NOT MEASURED: %s%n", measure, why);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    /** The middle of some measures. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
