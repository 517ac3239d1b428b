package io.claviger.bench;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Prints measures as they come, as rows of Markdown tables: the median of the rounds of Claviger and of the baseline; the
 * median of their ratios, round by round; and the range that holds the middle half of these ratios, or of the measure
 * itself if it has no baseline.
 */
final class Report {

    private static final String ROW = "| %-72s | %14s | %14s | %8s | %20s | %9s |%n";

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Says what was measured on, and how much was measured. */
    void introduction(String machine, Effort effort) {
        out.println(machine);
        out.printf("rounds: %d, of %d s%n", effort.rounds(), effort.seconds());
    }

    /** Begins the table of a benchmark. */
    void section(String name) {
        out.printf("%n%s%n%n", name);
        out.printf(ROW, "measure", "Claviger", "baseline", "ratio", "middle half", "target");
        out.printf(ROW, "---", "--:", "--:", "--:", "--:", "--:");
    }

    /** A measure beside its baseline, measured in the same rounds. */
    void ratio(String measure, Sample claviger, Sample baseline, String unit, String target) {
        Sample ratios = claviger.over(baseline);
        String digits = ratios.median() < 0.01 ? "%.5f" : "%.2f";
        out.printf(
                ROW,
                measure,
                number(claviger.median(), unit),
                number(baseline.median(), unit),
                String.format(Locale.ROOT, digits, ratios.median()),
                middleHalf(ratios, digits),
                target);
    }

    /** A measure that has no baseline. */
    void value(String measure, Sample claviger, String unit, String target) {
        out.printf(
                ROW, measure, number(claviger.median(), unit), "", "", middleHalf(claviger, digits(claviger)), target);
    }

    /** What a benchmark's own part of the load costs: no measure of Claviger. */
    void ownCost(String measure, Sample cost, String unit) {
        out.printf(ROW, measure, "", number(cost.median(), unit), "", middleHalf(cost, digits(cost)), "");
    }

    /** What was not measured, and why. */
    void skipped(String measure, String why) {
        out.printf(ROW, measure + ": NOT MEASURED, " + why, "", "", "", "", "");
    }

    private static String middleHalf(Sample sample, String digits) {
        return sample.size() < 2
                ? ""
                : String.format(Locale.ROOT, digits + " to " + digits, sample.lowerQuartile(), sample.upperQuartile());
    }

    private static String number(double value, String unit) {
        return String.format(Locale.ROOT, digits(value) + " " + unit, value);
    }

    private static String digits(Sample sample) {
        return digits(sample.median());
    }

    private static String digits(double value) {
        return value < 100 ? "%.2f" : "%.0f";
    }
}
