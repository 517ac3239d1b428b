package io.claviger.powershell.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One case of a golden file: what stands in its first line, the lines that run, and what is typed. The form of the files
 * is {@link GoldenCases}'.
 */
public record GoldenCase(String head, String line, String input) {

    /** The width of output that goes into a pipe. */
    static final String PIPED = "piped";

    private static final Pattern OPTIONS =
            Pattern.compile("(?: (?:interactive|silent|coloured|script|prompt|widths?=\\S+))+$");

    /** What one run printed, and the exit code with which it ended. */
    record Printed(String out, String err, int exit) {}

    /** What the case is called, without the options behind the name. */
    public String name() {
        return OPTIONS.matcher(head).replaceFirst("");
    }

    private List<String> options() {
        return List.of(head.substring(name().length()).strip().split(" "));
    }

    boolean has(String option) {
        return options().contains(option);
    }

    Optional<String> option(String name) {
        return options().stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .findFirst();
    }

    /** A number is a terminal's width; piped output has no terminal. */
    List<String> widths() {
        return option("widths").map(all -> List.of(all.split(","))).orElse(List.of(PIPED));
    }

    /** The case as the file has it. */
    String written(Map<String, Printed> runs) {
        StringBuilder text = new StringBuilder("=== " + head + "\n" + line);
        text.append(input.isEmpty() ? "" : "--- input\n" + input);
        sections(text, "out", runs, Printed::out);
        if (runs.values().stream().anyMatch(one -> !one.err().isEmpty())) {
            sections(text, "err", runs, Printed::err);
        }
        Set<Integer> exits = new TreeSet<>();
        runs.values().forEach(one -> exits.add(one.exit()));
        exits.forEach(exit -> text.append("--- exit ").append(exit).append('\n'));
        return text.toString();
    }

    private static void sections(
            StringBuilder text, String name, Map<String, Printed> runs, Function<Printed, String> part) {
        Map<String, List<String>> widths = new LinkedHashMap<>();
        runs.forEach((width, run) -> widths.computeIfAbsent(part.apply(run), missing -> new ArrayList<>())
                .add(width));
        widths.forEach((content, of) -> text.append("--- ")
                .append(name)
                .append(widths.size() == 1 ? "" : " " + String.join(",", of))
                .append('\n')
                .append(content));
    }

    /** The cases of a file, with the text of each as it stands there. */
    public static Map<GoldenCase, String> read(String text) {
        Map<GoldenCase, String> cases = new LinkedHashMap<>();
        for (String part : text.split("(?m)^=== ", -1)) {
            if (part.isBlank()) {
                continue;
            }
            String head = part.substring(0, part.indexOf('\n'));
            StringBuilder line = new StringBuilder();
            StringBuilder input = new StringBuilder();
            StringBuilder whole = new StringBuilder("=== " + head + "\n");
            StringBuilder section = line;
            boolean over = false;
            for (String one : part.substring(part.indexOf('\n') + 1).lines().toList()) {
                if (over) {
                    assertThat(one).as("after the exit code of " + head).isEmpty();
                    continue;
                }
                whole.append(one).append('\n');
                if (one.matches("--- (input|(out|err)( [0-9a-z,]+)?|exit \\d+)")) {
                    section = one.equals("--- input") ? input : new StringBuilder();
                    over = one.startsWith("--- exit");
                } else {
                    section.append(one).append('\n');
                }
            }
            GoldenCase read = new GoldenCase(head, line.toString(), input.toString());
            assertThat(cases.put(read, whole.toString())).as("twice: " + head).isNull();
        }
        return cases;
    }
}
