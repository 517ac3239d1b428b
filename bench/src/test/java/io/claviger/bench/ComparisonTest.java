package io.claviger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    @TempDir
    private Path reports = Path.of("");

    @Test
    void moreCallsAndLessTimeAreBetter() throws IOException {
        report("1.here", 200, 50, 128);
        report("1.there", 100, 100, 128);

        assertThat(table())
                .anyMatch(
                        row -> row.matches("\\| GetUser, 16 connections +\\| +200.00 /s \\| +100.00 /s \\| +2.000 .*"))
                .anyMatch(row -> row.matches("\\| second start +\\| +50.00 ms \\| +100.00 ms \\| +2.000 .*"))
                .anyMatch(row -> row.matches("\\| memory +\\| +128.00 MiB \\| +128.00 MiB \\| +1.000 .*"));
    }

    @Test
    void comparesRoundByRound() throws IOException {
        report("1.here", 100, 100, 1);
        report("1.there", 100, 100, 1);
        report("2.here", 50, 200, 1);
        report("2.there", 50, 200, 1);

        assertThat(table())
                .anyMatch(row -> row.matches("\\| second start .*\\| +1.000 \\| +1.000 to 1.000 \\| +2 \\|"));
    }

    @Test
    void namesWhatOnlyOneMeasured() throws IOException {
        report("1.here", 200, 50, 128);
        Files.writeString(reports.resolve("1.there"), "");

        assertThat(table()).anyMatch(row -> row.startsWith("| second start: NOT MEASURED IN BOTH "));
    }

    private void report(String file, double rate, double millis, double memory) throws IOException {
        try (PrintStream out =
                new PrintStream(Files.newOutputStream(reports.resolve(file)), false, StandardCharsets.UTF_8)) {
            Report report = new Report(out);
            report.section("any");
            report.ratio("GetUser, 16 connections / bare Jetty", Sample.of(rate), Sample.of(3), "/s", "");
            report.ratio("GetUser, 16 connections / moto_server", Sample.of(7), Sample.of(3), "/s", "");
            report.value("second start", Sample.of(millis), "ms", "< 600 ms");
            report.value("memory", Sample.of(memory), "MiB", "");
            report.ownCost("the same callers", Sample.of(9), "/s");
            report.skipped("something", "it is missing");
        }
    }

    private List<String> table() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Comparison.compare(reports, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
