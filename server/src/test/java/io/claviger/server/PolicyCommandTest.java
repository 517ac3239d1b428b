package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyCommandTest {

    private static final String POLICY =
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... arguments) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Commands.run(
                new Surroundings(
                        () -> Samples.NOW,
                        Map.of("CLAVIGER_TERMINAL_COLUMNS", "80"),
                        new ByteArrayInputStream(POLICY.getBytes(StandardCharsets.UTF_8)),
                        stream,
                        stream,
                        _ -> Optional.empty(),
                        _ -> {}),
                arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void isOneOfTheCommandsAndMeetsTheirSurroundings() {
        assertThat(run("policy", "decide", "--policy", "-", "--action", "s3:GetObject"))
                .isZero();
        assertThat(out()).contains("\u001b[32mALLOWED");
        assertThat(run("policy", "decide", "--policy", "-", "--action", "sqs:SendMessage"))
                .isOne();
        assertThat(run("policy", "decide")).isEqualTo(2);
    }

    @Test
    void isListedByHelp() {
        assertThat(run("help")).isZero();
        assertThat(out()).contains("  policy    Validates");
    }
}
