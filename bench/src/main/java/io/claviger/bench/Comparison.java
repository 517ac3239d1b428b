package io.claviger.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares two checkouts by the reports of benchmarks that ran in them by turns. Each row is one measure of Claviger; its
 * ratio says how many times as good this checkout is as the other one: its calls a second over the other's, the other's
 * time or memory over its own.
 */
final class Comparison {

    private static final String ROW = "| %-52s | %14s | %14s | %7s | %16s | %6s |%n";
    /** A measure, without its baseline, and Claviger's number with its unit. */
    private static final Pattern MEASURED = Pattern.compile("^\\| (.*?)(?: / .*?)? *\\| *([0-9.]+) (\\S+) *\\|.*");

    private record Measure(String name, String unit) {

        double timesAsGood(double here, double there) {
            return unit.equals("/s") ? here / there : there / here;
        }
    }

    private Comparison() {}

    /** Prints the comparison of the reports in a directory. */
    public static void main(String[] arguments) throws IOException {
        compare(Path.of(arguments[0]), System.out);
    }

    /** Reads the reports {@code N.here} and {@code N.there}, for N from 1 on, and prints the table. */
    static void compare(Path directory, PrintStream out) throws IOException {
        List<Map<Measure, Double>> here = new ArrayList<>();
        List<Map<Measure, Double>> there = new ArrayList<>();
        for (int n = 1; Files.exists(directory.resolve(n + ".there")); n++) {
            here.add(read(directory.resolve(n + ".here")));
            there.add(read(directory.resolve(n + ".there")));
        }
        print(here, there, out);
    }

    private static Map<Measure, Double> read(Path report) throws IOException {
        Map<Measure, Double> measures = new LinkedHashMap<>();
        for (String line : Files.readAllLines(report)) {
            Matcher row = MEASURED.matcher(line);
            if (row.matches()) {
                measures.putIfAbsent(new Measure(row.group(1), row.group(3)), Double.valueOf(row.group(2)));
            }
        }
        return measures;
    }

    private static void print(List<Map<Measure, Double>> here, List<Map<Measure, Double>> there, PrintStream out) {
        out.printf(ROW, "measure", "here", "there", "ratio", "middle half", "rounds");
        out.printf(ROW, "---", "--:", "--:", "--:", "--:", "--:");
        for (Measure measure : here.getFirst().keySet()) {
            double[] ours = values(measure, here);
            double[] theirs = values(measure, there);
            if (ours.length < here.size() || theirs.length < here.size()) {
                out.printf(ROW, measure.name() + ": NOT MEASURED IN BOTH", "", "", "", "", "");
                continue;
            }
            double[] ratios = new double[ours.length];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = ours[i] == theirs[i] ? 1 : measure.timesAsGood(ours[i], theirs[i]);
            }
            Sample ratio = Sample.of(ratios);
            out.printf(
                    ROW,
                    measure.name(),
                    number(Sample.of(ours).median(), 2) + " " + measure.unit(),
                    number(Sample.of(theirs).median(), 2) + " " + measure.unit(),
                    number(ratio.median(), 3),
                    number(ratio.lowerQuartile(), 3) + " to " + number(ratio.upperQuartile(), 3),
                    ratios.length);
        }
    }

    private static double[] values(Measure measure, List<Map<Measure, Double>> rounds) {
        return rounds.stream()
                .filter(round -> round.containsKey(measure))
                .mapToDouble(round -> round.getOrDefault(measure, Double.NaN))
                .toArray();
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
