package io.claviger.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    private static LogRecord line(Level level, String message) {
        LogRecord line = new LogRecord(level, message);
        line.setInstant(Instant.parse("2026-11-22T10:00:00Z"));
        line.setLoggerName("io.claviger");
        return line;
    }

    @Test
    void lineIsOneJsonObjectWhateverTheMessageHolds() {
        assertThat(new JsonLines().format(line(Level.WARNING, "a \"quote\"\nand a line")))
                .isEqualTo("{\"time\":\"2026-11-22T10:00:00Z\",\"level\":\"WARN\",\"logger\":\"io.claviger\","
                        + "\"thread\":\"" + Thread.currentThread().getName()
                        + "\",\"message\":\"a \\\"quote\\\"\\nand a line\"}\n");
    }

    @Test
    void faultComesWithItsStackOnTheSameLine() {
        LogRecord line = line(Level.SEVERE, "failed");
        line.setThrown(new IllegalStateException("cause"));
        assertThat(new JsonLines().format(line))
                .contains("\"level\":\"ERROR\"", "\"fault\":\"java.lang.IllegalStateException: cause\\n\\tat ")
                .containsOnlyOnce("\n");
    }

    @Test
    void lineIsBounded() {
        assertThat(new JsonLines().format(line(Level.INFO, "x".repeat(1_000_000))))
                .hasSizeLessThan(40_000);
    }
}
