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

class HelpTest {

    @Test
    void listsWhatTheLauncherStartsToo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = Commands.run(
                new Surroundings(
                        () -> Samples.NOW,
                        Map.of(),
                        new ByteArrayInputStream(new byte[0]),
                        stream,
                        stream,
                        _ -> Optional.empty(),
                        _ -> {}),
                "help");
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("  policy    Validates");
    }
}
