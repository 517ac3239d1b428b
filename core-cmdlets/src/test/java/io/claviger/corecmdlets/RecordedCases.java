package io.claviger.corecmdlets;

import io.claviger.powershell.golden.GoldenCase;
import io.claviger.powershell.golden.GoldenCases;
import io.claviger.powershell.golden.SampleCmdlets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a real PowerShell printed for the lines of a folder, held against what the shell prints for them with the sample
 * cmdlets. The files have the form of the {@linkplain GoldenCases golden files}; output into a pipe has a terminal of 120
 * columns beside it, where questions are answered. Each case runs in an empty folder of its own.
 */
final class RecordedCases {

    /** The project's own copy, in the folder of the module. */
    static final Path FOLDER = Path.of("src/test/recorded");

    private final Map<String, String> purposes;
    private final List<Difference> different = new ArrayList<>();
    private final List<String> equal = new ArrayList<>();
    private final Map<String, String> onPurpose = new LinkedHashMap<>();

    /** A case that prints something else, though no kind of difference is on record for it. */
    record Difference(String place, String recorded, String printed) {}

    private RecordedCases(Map<String, String> purposes) {
        this.purposes = purposes;
    }

    /** Runs the cases of all text files in a folder. Cases that differ on purpose stand in the project's list. */
    static RecordedCases of(Path folder, Map<String, String> purposes) throws IOException {
        RecordedCases cases = new RecordedCases(purposes);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                for (Map.Entry<GoldenCase, String> one :
                        GoldenCase.read(Files.readString(file)).entrySet()) {
                    cases.compare(file.getFileName() + "\t" + one.getKey().name(), one.getKey(), one.getValue());
                }
            }
        }
        return cases;
    }

    /** The lines of a list, without its headings and empty lines. */
    static List<String> lines(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .toList();
    }

    /** A list of cases: a file, a case and a kind in each line, apart by tabs. Returns the kinds by file and case. */
    static Map<String, String> listed(Path list) throws IOException {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (String line : lines(list)) {
            int kind = line.lastIndexOf('\t');
            if (kinds.put(line.substring(0, kind), line.substring(kind + 1)) != null) {
                throw new IOException("twice: " + line);
            }
        }
        return kinds;
    }

    private void compare(String place, GoldenCase wanted, String recorded) throws IOException {
        String printed;
        Path folder = Files.createTempDirectory("recorded");
        try {
            printed = new GoldenCases(folder, List.of(SampleCmdlets.source(), CoreCmdlets.source()), true).run(wanted);
        } catch (RuntimeException | StackOverflowError failure) {
            printed = "failed: " + failure + "\n";
        } finally {
            empty(folder);
        }
        if (printed.equals(recorded)) {
            equal.add(place);
        } else if (purposes.containsKey(place)) {
            onPurpose.put(place, purposes.get(place));
        } else {
            different.add(new Difference(place, recorded, printed));
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    /** The cases that print what was recorded, as file and case with a tab between. */
    List<String> equal() {
        return equal;
    }

    /** The cases that differ by a kind on record. */
    Map<String, String> onPurpose() {
        return onPurpose;
    }

    /** The other ones. */
    List<Difference> different() {
        return different;
    }

    /** How many there are of each. */
    String summary() {
        return equal.size() + " equal, " + onPurpose.size() + " on purpose, " + different.size() + " different";
    }

    /**
     * Prints each difference and the counts.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        RecordedCases cases = of(Path.of(arguments[0]), listed(Path.of(arguments[1])));
        for (Difference one : cases.different()) {
            out.println("#### " + one.place().replace("\t", ": "));
            LineDiff.of(one.recorded(), one.printed()).forEach(out::println);
            out.println();
        }
        Map<String, int[]> counts = new LinkedHashMap<>();
        count(counts, cases.equal(), 0);
        count(counts, List.copyOf(cases.onPurpose().keySet()), 1);
        count(counts, cases.different().stream().map(Difference::place).toList(), 2);
        new java.util.TreeMap<>(counts)
                .forEach((file, of) ->
                        out.println(file + ": " + of[0] + " equal, " + of[1] + " on purpose, " + of[2] + " different"));
        out.println(cases.summary());
        out.flush();
        System.exit(cases.different().isEmpty() ? 0 : 1);
    }

    private static void count(Map<String, int[]> counts, List<String> places, int column) {
        for (String place : places) {
            counts.computeIfAbsent(place.substring(0, place.indexOf('\t')), file -> new int[3])[column]++;
        }
    }
}
