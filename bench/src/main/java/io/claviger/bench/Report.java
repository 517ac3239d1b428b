package io.claviger.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** Prints measures as they come, as rows of Markdown tables. */
final class Report {

    private static final String ROW = "| %-62s | %14s | %14s | %7s | %9s |%n";

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** On what was measured, and how much. */
    void introduction(String machine, Effort effort) {
        out.println(machine);
        out.printf("rounds: %d, of %d s%n", effort.rounds(), effort.seconds());
    }

    /** Begins the table of a benchmark. */
    void section(String name) {
        out.printf("%n%s%n%n", name);
        out.printf(ROW, "measure", "Claviger", "baseline", "ratio", "target");
        out.printf(ROW, "---", "--:", "--:", "--:", "--:");
    }

    /** A measure beside its baseline. */
    void ratio(String measure, double claviger, double baseline, String unit, String target) {
        double ratio = claviger / baseline;
        String shown = String.format(Locale.ROOT, ratio < 0.01 ? "%.5f" : "%.2f", ratio);
        out.printf(ROW, measure, number(claviger, unit), number(baseline, unit), shown, target);
    }

    /** A measure that has no baseline. */
    void value(String measure, double claviger, String unit, String target) {
        out.printf(ROW, measure, number(claviger, unit), "", "", target);
    }

    /** A measure of what measures, not of Claviger. */
    void ownCost(String measure, double value, String unit) {
        out.printf(ROW, measure, "", number(value, unit), "", "");
    }

    /** What was not measured, and why. */
    void skipped(String measure, String why) {
        out.printf(ROW, measure + ": NOT MEASURED, " + why, "", "", "", "");
    }

    private static String number(double value, String unit) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f %s" : "%.0f %s", value, unit);
    }

    /** The middle of some measures. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
