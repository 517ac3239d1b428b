package io.claviger.policycli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyProgramTest {

    private static final String POLICY =
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... words) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new PolicyProgram(
                        Path.of(""),
                        new ByteArrayInputStream(POLICY.getBytes(StandardCharsets.UTF_8)),
                        stream,
                        stream,
                        Map.of("CLAVIGER_TERMINAL_COLUMNS", "80"))
                .run(List.of(words));
    }

    @Test
    void saysThatAFileIsInUtf16(@TempDir Path directory) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.writeString(directory.resolve("wide.json"), '\uFEFF' + POLICY, charset);
            assertThat(run("validate", file.toString())).isEqualTo(2);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("it is a text in UTF-16: save it in UTF-8");
            out.reset();
        }
    }

    @Test
    void meetsTheOutsideThroughWhatItIsGiven() {
        assertThat(run("decide", "--policy", "-", "--action", "s3:GetObject")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\u001b[32mALLOWED");
        assertThat(run("decide", "--policy", "-", "--action", "sqs:SendMessage"))
                .isOne();
        assertThat(run("decide")).isEqualTo(2);
    }
}
