package io.claviger.powershell.golden;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Command lines with what they print, in {@code src/test/golden}. A case begins with {@code === name}, after which may stand
 * {@code width=80}, {@code widths=80,120,piped}, {@code interactive}, {@code silent}, {@code coloured}, {@code script}, and
 * {@code prompt}, which runs line after line as at a prompt; then the lines, and after {@code --- input}, {@code --- out},
 * {@code --- err} and {@code --- exit n} what goes in and comes out. Of several widths, all run; where they differ,
 * {@code --- out 80} says whose output follows. A last line without a line end has {@code ¬}. With
 * {@code -Dgolden.write=true} the tests write the files again; read the diff before you commit it.
 */
public final class GoldenCases {

    private static final Path FOLDER = Path.of("src/test/golden");

    private final Path temporary;
    private final List<CmdletSource> cmdlets;
    private final boolean recorded;

    /**
     * The cases of the module whose tests run.
     *
     * @param temporary where the lines' files are
     * @param cmdlets the cmdlets that they may call
     */
    public GoldenCases(Path temporary, List<CmdletSource> cmdlets) {
        this(temporary, cmdlets, false);
    }

    /**
     * Cases of either kind.
     *
     * @param recorded whether somebody sits at a terminal though the output goes into a pipe
     */
    public GoldenCases(Path temporary, List<CmdletSource> cmdlets, boolean recorded) {
        this.temporary = temporary;
        this.cmdlets = List.copyOf(cmdlets);
        this.recorded = recorded;
    }

    /** Runs a case, and writes it as a file would have it. */
    public String run(GoldenCase wanted) {
        Map<String, GoldenCase.Printed> runs = new LinkedHashMap<>();
        wanted.widths().forEach(width -> runs.put(width, run(wanted, width)));
        return wanted.written(runs);
    }

    private GoldenCase.Printed run(GoldenCase wanted, String width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        boolean terminal = !width.equals(GoldenCase.PIPED);
        StreamConsole console = new StreamConsole(
                terminal
                        ? Integer.parseInt(width)
                        : wanted.option("width").map(Integer::parseInt).orElse(StreamConsole.DEFAULT_WIDTH),
                new ByteArrayInputStream(wanted.input().getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal || recorded || wanted.has("interactive"),
                wanted.has("silent"),
                wanted.has("coloured"));
        int exit = 0;
        try (Session session = new Session(
                console,
                cmdlets,
                Map.of("AWS_PROFILE", "work", "HOME", "/home/alice"),
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
        return new GoldenCase.Printed(text(out), text(err), exit);
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
            Map<GoldenCase, String> cases = GoldenCase.read(Files.readString(file));
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
