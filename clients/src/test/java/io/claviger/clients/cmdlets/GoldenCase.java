package io.claviger.clients.cmdlets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line and what it prints. It begins with {@code === name}; behind it may stand, each after {@code |}, {@code width=80},
 * and {@code claviger: } or {@code moto: } with the reason why it is run against that server alone. The lines follow, and
 * after {@code --- input}, {@code --- out}, {@code --- err} and {@code --- exit n} what goes in and comes out. A last line
 * without a line end has {@code ¬}.
 */
record GoldenCase(String head, String line, String input, String out, String err, int exit) {

    private static final Pattern ONLY = Pattern.compile("(claviger|moto): \\S.*");
    private static final Pattern SECTION = Pattern.compile("--- (input|out|err|exit \\d+)");
    /** How many columns there are where a case says nothing else. */
    static final int WIDTH = 120;

    /** The cases of a file; what stands before the first is for its reader. */
    static List<GoldenCase> read(String text) {
        List<GoldenCase> cases = new ArrayList<>();
        List<String> parts = List.of(text.split("(?m)^=== ", -1));
        for (String part : parts.subList(1, parts.size())) {
            cases.add(one(part.substring(0, part.indexOf('\n')), part.substring(part.indexOf('\n') + 1)));
        }
        return cases;
    }

    private static GoldenCase one(String head, String rest) {
        Map<String, String> sections = new LinkedHashMap<>();
        int exit = 0;
        String section = "line";
        StringBuilder body = new StringBuilder();
        for (String line : rest.lines().toList()) {
            if (SECTION.matcher(line).matches()) {
                sections.put(section, body.toString());
                body.setLength(0);
                section = line.substring(4);
                exit = section.startsWith("exit ") ? Integer.parseInt(section.substring(5)) : exit;
            } else {
                body.append(line).append('\n');
            }
        }
        sections.putIfAbsent(section, body.toString());
        return new GoldenCase(
                head,
                sections.getOrDefault("line", ""),
                sections.getOrDefault("input", ""),
                sections.getOrDefault("out", ""),
                sections.getOrDefault("err", ""),
                exit);
    }

    /** The same line with what came of it. */
    GoldenCase showing(Typist.Shown shown) {
        return new GoldenCase(head, line, input, ended(shown.out()), ended(shown.err()), shown.exit());
    }

    /** The one server that it is run against, if not against all. */
    Optional<String> only() {
        return words().map(ONLY::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** Whether it is run against this server. */
    boolean isFor(String server) {
        return only().map(server::equals).orElse(true);
    }

    /** How many columns the prompt has. */
    int width() {
        return words().filter(word -> word.startsWith("width="))
                .mapToInt(word -> Integer.parseInt(word.substring("width=".length())))
                .findFirst()
                .orElse(WIDTH);
    }

    private Stream<String> words() {
        return Stream.of(head.split(" \\| "));
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "¬\n";
    }

    @Override
    public String toString() {
        return "=== " + head + "\n" + line
                + (input.isEmpty() ? "" : "--- input\n" + input)
                + (out.isEmpty() ? "" : "--- out\n" + out)
                + (err.isEmpty() ? "" : "--- err\n" + err)
                + "--- exit " + exit + "\n";
    }
}
