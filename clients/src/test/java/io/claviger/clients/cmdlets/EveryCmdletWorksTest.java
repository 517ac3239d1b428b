package io.claviger.clients.cmdlets;

import io.claviger.clients.EveryOperation;
import io.claviger.clients.EveryOperation.Step;
import io.claviger.clients.Program;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every cmdlet is typed once, against a server. */
class EveryCmdletWorksTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void againstAServer() throws Exception {
        try (Program program = Program.start(directory, Optional.empty());
                PromptClient prompt = new PromptClient(program.endpoint(), directory)) {
            EveryOperation every = new EveryOperation(prompt, "cmdlets", directory.resolve("certificates"));
            for (Step step : EveryOperation.steps()) {
                every.take(step);
            }
        }
    }
}
