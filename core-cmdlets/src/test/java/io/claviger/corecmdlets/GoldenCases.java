package io.claviger.corecmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Command lines with what they print, in {@code src/test/golden}. A case begins with {@code === name}, after which may stand
 * {@code width=80}, {@code widths=80,120,piped}, {@code interactive}, {@code silent}, {@code coloured}, {@code script}, and
 * {@code prompt}, which runs line after line as at a prompt; then the lines, and after {@code --- input}, {@code --- out},
 * {@code --- err} and {@code --- exit n} what goes in and comes out. Of several widths, all run; where they differ,
 * {@code --- out 80} tells whose output follows. A last line without a line end has {@code ¬}. With
 * {@code -Dgolden.write=true} the files are written anew, to be read by whoever changed something.
 */
public final class GoldenCases {

    private static final Path FOLDER = Path.of("src/test/golden");
    private static final String PIPED = "piped";

    private final Path temporary;
    private final List<CmdletSource> cmdlets;

    /**
     * The cases of the module whose tests run.
     *
     * @param temporary where the lines' files are
     * @param cmdlets the cmdlets that they may call
     */
    public GoldenCases(Path temporary, List<CmdletSource> cmdlets) {
        this.temporary = temporary;
        this.cmdlets = List.copyOf(cmdlets);
    }

    /** What one running printed. */
    private record Printed(String out, String err, int exit) {}

    private record Case(String head, String line, String input) {

        boolean has(String word) {
            return List.of(head.split(" ")).contains(word);
        }

        private Optional<String> option(String name) {
            return Stream.of(head.split(" "))
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
    }

    /** The cases of a file, with the text of each as it stands there. */
    private static Map<Case, String> cases(String text) {
        Map<Case, String> cases = new LinkedHashMap<>();
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
            Case read = new Case(head, line.toString(), input.toString());
            assertThat(cases.put(read, whole.toString())).as("twice: " + head).isNull();
        }
        return cases;
    }

    private String run(Case wanted) {
        Map<String, Printed> runs = new LinkedHashMap<>();
        wanted.widths().forEach(width -> runs.put(width, run(wanted, width)));
        return wanted.written(runs);
    }

    private Printed run(Case wanted, String width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        boolean terminal = !width.equals(PIPED);
        StreamConsole console = new StreamConsole(
                terminal
                        ? Integer.parseInt(width)
                        : wanted.option("width").map(Integer::parseInt).orElse(StreamConsole.DEFAULT_WIDTH),
                new ByteArrayInputStream(wanted.input().getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal || wanted.has("interactive"),
                wanted.has("silent"),
                wanted.has("coloured"));
        int exit = 0;
        try (Session session = new Session(
                console,
                cmdlets,
                Map.of("AWS_PROFILE", "work"),
                temporary,
                Path.of("/home/alice"),
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))) {
            if (wanted.has("script")) {
                exit = session.runScript("/path/s.ps1", wanted.line());
            } else if (wanted.has("prompt")) {
                for (String line : wanted.line().lines().toList()) {
                    exit = session.run(line);
                }
            } else {
                exit = session.run(wanted.line().stripTrailing());
            }
        }
        return new Printed(text(out), text(err), exit);
    }

    private String text(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8).replace(temporary.toString(), "<folder>");
        return text.isEmpty() || text.endsWith("\n") ? text : text + "¬\n";
    }

    /** A test for each case. */
    public Stream<DynamicTest> tests() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream().flatMap(this::tests);
        }
    }

    private Stream<DynamicTest> tests(Path file) {
        try {
            Map<Case, String> cases = cases(Files.readString(file));
            if (Boolean.getBoolean("golden.write")) {
                StringBuilder written = new StringBuilder();
                cases.keySet().forEach(one -> written.append(run(one)).append('\n'));
                Files.writeString(file, written.toString().stripTrailing() + "\n");
                return Stream.empty();
            }
            return cases.entrySet().stream()
                    .map(one -> DynamicTest.dynamicTest(
                            file.getFileName() + ": " + one.getKey().head(),
                            () -> assertThat(run(one.getKey())).isEqualTo(one.getValue())));
        } catch (IOException error) {
            throw new java.io.UncheckedIOException(error);
        }
    }

    /** How many files of cases there are. */
    public static long files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.count();
        }
    }
}
