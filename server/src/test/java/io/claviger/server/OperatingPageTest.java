package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.AccessKeyIds;
import io.claviger.server.command.Surroundings;
import io.claviger.server.metrics.Metrics;
import io.claviger.storage.commit.Conflicts;
import io.claviger.storage.commit.Connections;
import io.claviger.storage.commit.PoolLoad;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options, variables and meters of {@code docs/operating.md} are those of the program: no more, and no fewer. */
class OperatingPageTest {

    private static final Path PAGE = Path.of("..", "docs", "operating.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern HELP = Pattern.compile("^ *--([a-z-]+)(?: ([^\\t\n]+))?\\t", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]+");
    private static final Pattern FAMILY = Pattern.compile("^# TYPE (\\w+) (\\w+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    /** What the launcher reads, and not the program. */
    private static final List<String> LAUNCHERS = List.of("JAVA_HOME", "CLAVIGER_JAVA_OPTS");

    @TempDir
    private Path home = Path.of("");

    @Test
    void optionsAreThoseOfStart() throws IOException {
        Set<String> inCode = HELP.matcher(run(Map.of(), "start", "--help"))
                .results()
                .map(option -> "--" + option.group(1) + (option.group(2) == null ? "" : " " + option.group(2)))
                .filter(option -> !option.equals("--help"))
                .collect(Collectors.toSet());

        assertThat(inCode).hasSizeGreaterThan(10);
        assertThat(firstCells("### Options of `./claviger start`")).containsExactlyInAnyOrderElementsOf(inCode);
    }

    @Test
    void variablesAreThoseThatAStartReads() throws IOException {
        Set<String> read = new TreeSet<>(LAUNCHERS);
        Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString())) {
            private static final long serialVersionUID = 1L;

            @Override
            public @Nullable String get(Object name) {
                read.add((String) name);
                return super.get(name);
            }
        };
        run(environment, "start", "--port", "0", "--store-as", "administrator");

        assertThat(home.resolve(".aws/credentials")).exists();
        assertThat(codes(section("### Variables of the environment")).filter(NAME.asMatchPredicate()))
                .filteredOn(name -> !name.equals(AccessKeyIds.TEMPORARY))
                .containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void metersAreThoseThatAreShown() throws IOException {
        Metrics metrics = new Metrics();
        metrics.answered("iam", "GetUser", "OK", Duration.ofMillis(1));
        metrics.signatureRefused("SignatureDoesNotMatch");
        metrics.decided(true);
        metrics.watchAudit(() -> 0, () -> 0, () -> true);
        metrics.watchChanges(() -> Duration.ZERO, () -> true);
        metrics.watchConnections(new Connections(new Unused(), new Unused(), new Conflicts()));
        try (SqlStore store = SqlStore.open(new SqliteMemory(), new SealingKey.Ephemeral())) {
            metrics.timing(store).write(_ -> true);
        }
        String shown = new String(metrics.scrape(), UTF_8);
        Set<String> inCode = FAMILY.matcher(shown)
                .results()
                .map(family -> family.group(1).startsWith("claviger_")
                        ? family.group(1) + labels(shown, family)
                        : family.group(1).replaceFirst("_.*", "_*"))
                .collect(Collectors.toSet());

        assertThat(firstCells("## Metrics").stream().map(OperatingPageTest::sorted))
                .containsExactlyInAnyOrderElementsOf(inCode);
    }

    /** A pool of which nobody has asked anything. */
    private record Unused() implements PoolLoad {

        @Override
        public int used() {
            return 0;
        }

        @Override
        public int idle() {
            return 0;
        }

        @Override
        public int waiting() {
            return 0;
        }

        @Override
        public void timing(LongConsumer nanos) {
            nanos.accept(1);
        }
    }

    /** A meter with its labels in the order of the alphabet. */
    private static String sorted(String meter) {
        int labels = meter.indexOf('{');
        return labels < 0
                ? meter
                : meter.substring(0, labels)
                        + braced(meter.substring(labels + 1, meter.length() - 1).split(","));
    }

    private static String braced(String... labels) {
        return Stream.of(labels).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private static String labels(String shown, MatchResult family) {
        String series = family.group(1) + (family.group(2).equals("histogram") ? "_count" : "");
        String line = shown.lines()
                .filter(sample -> sample.matches(series + "[ {].*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " shows nothing"));
        String[] labels =
                LABEL.matcher(line).results().map(label -> label.group(1)).toArray(String[]::new);
        return labels.length == 0 ? "" : braced(labels);
    }

    private static String run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, UTF_8);
        Surroundings system = new Surroundings(
                () -> Samples.NOW,
                environment,
                InputStream.nullInputStream(),
                printed,
                printed,
                _ -> Optional.empty(),
                Runnable::run);
        assertThat(Commands.run(system, arguments))
                .as(() -> out.toString(UTF_8))
                .isZero();
        return out.toString(UTF_8);
    }

    /** The page from a heading to the next one. */
    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(heading + "\n");
        assertThat(begin).as("the heading %s", heading).isPositive();
        int end = page.indexOf("\n#", begin + heading.length());
        return page.substring(begin + heading.length(), end);
    }

    private static Stream<String> codes(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1));
    }

    /** What is code in the first cells of the section's table, as the page means it. */
    private static List<String> firstCells(String heading) throws IOException {
        return section(heading)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(row -> row.split(" \\| ", 2)[0])
                .flatMap(OperatingPageTest::codes)
                .map(code -> code.replace("\\|", "|"))
                .toList();
    }
}
