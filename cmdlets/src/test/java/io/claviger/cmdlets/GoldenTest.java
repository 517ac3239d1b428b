package io.claviger.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.cmdlets.core.CoreCmdlets;
import io.claviger.cmdlets.shell.Session;
import io.claviger.cmdlets.shell.StreamConsole;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Command lines with what they print, in {@code src/test/golden}. A case begins with {@code === name}, after which may stand
 * {@code width=80}, {@code interactive}, {@code silent} and {@code script}; then the lines, and after {@code --- input},
 * {@code --- out}, {@code --- err} and {@code --- exit n} what goes in and comes out. A last line without a line end has
 * {@code ¬}. With {@code -Dgolden.write=true} the files are written anew, to be read by whoever changed something.
 */
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/golden");

    @TempDir
    private Path temporary;

    private record Case(String head, String line, String input, String out, String err, int exit) {

        boolean has(String word) {
            return List.of(head.split(" ")).contains(word);
        }

        int width() {
            return Stream.of(head.split(" "))
                    .filter(word -> word.startsWith("width="))
                    .mapToInt(word -> Integer.parseInt(word.substring("width=".length())))
                    .findFirst()
                    .orElse(120);
        }

        @Override
        public String toString() {
            return "=== " + head + "\n" + line
                    + (input.isEmpty() ? "" : "--- input\n" + input)
                    + "--- out\n" + out
                    + (err.isEmpty() ? "" : "--- err\n" + err)
                    + "--- exit " + exit + "\n";
        }
    }

    private static List<Case> cases(String text) {
        List<Case> cases = new ArrayList<>();
        for (String part : text.split("(?m)^=== ", -1)) {
            if (part.isBlank()) {
                continue;
            }
            String head = part.substring(0, part.indexOf('\n'));
            Map<String, String> sections = new LinkedHashMap<>();
            int exit = 0;
            String section = "line";
            StringBuilder body = new StringBuilder();
            for (String line : part.substring(part.indexOf('\n') + 1).lines().toList()) {
                if (line.matches("--- (input|out|err|exit \\d+)")) {
                    sections.put(section, body.toString());
                    body.setLength(0);
                    section = line.substring(4);
                    exit = section.startsWith("exit ") ? Integer.parseInt(section.substring(5)) : exit;
                } else {
                    body.append(line).append('\n');
                }
            }
            sections.putIfAbsent(section, body.toString());
            cases.add(new Case(
                    head,
                    sections.getOrDefault("line", ""),
                    sections.getOrDefault("input", ""),
                    sections.getOrDefault("out", ""),
                    sections.getOrDefault("err", ""),
                    exit));
        }
        return cases;
    }

    private Case run(Case wanted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        StreamConsole console = new StreamConsole(
                wanted.width(),
                new ByteArrayInputStream(wanted.input().getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                wanted.has("interactive"),
                wanted.has("silent"),
                wanted.has("coloured"));
        int exit;
        try (Session session = new Session(
                console,
                List.of(SampleCmdlets.source(), CoreCmdlets.source()),
                Map.of("AWS_PROFILE", "work"),
                temporary,
                Path.of("/home/alice"),
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))) {
            exit = wanted.has("script")
                    ? session.runScript("/path/s.ps1", wanted.line())
                    : session.run(wanted.line().stripTrailing());
        }
        return new Case(wanted.head(), wanted.line(), wanted.input(), text(out), text(err), exit);
    }

    private String text(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8).replace(temporary.toString(), "<folder>");
        return text.isEmpty() || text.endsWith("\n") ? text : text + "¬\n";
    }

    @TestFactory
    Stream<DynamicTest> commandLinesPrintWhatPowerShellPrints() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream().flatMap(this::tests);
        }
    }

    private Stream<DynamicTest> tests(Path file) {
        try {
            List<Case> cases = cases(Files.readString(file));
            if (Boolean.getBoolean("golden.write")) {
                StringBuilder written = new StringBuilder();
                cases.forEach(one -> written.append(run(one)).append('\n'));
                Files.writeString(file, written.toString().stripTrailing() + "\n");
                return Stream.empty();
            }
            return cases.stream()
                    .map(one -> DynamicTest.dynamicTest(
                            file.getFileName() + ": " + one.head(),
                            () -> assertThat(run(one)).hasToString(one.toString())));
        } catch (IOException error) {
            throw new java.io.UncheckedIOException(error);
        }
    }

    @Test
    void thereAreCasesToRun() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.count()).isGreaterThan(3);
        }
    }
}
