package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.EveryOperation.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** boto3 checks what it sends and reads what it gets by AWS's models; it calls every operation once, in one process. */
class EveryOperationTest {

    /** What is newer than some boto3, which has no method for it then. */
    private static final Set<String> NEW = Set.of(
            "AcquireRole",
            "GetAccountProperties",
            "GetRoleTemplateVersion",
            "GetScopedCredentials",
            "PutAccountProperties");

    private static final String NO_METHOD = "object has no attribute";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theTableHasEveryOperation() throws Exception {
        assertThat(EveryOperation.steps().stream().map(Step::operation).collect(Collectors.toSet()))
                .isEqualTo(EveryOperation.services().keySet());
    }

    @Test
    void boto3CallsThemAll() throws Exception {
        Optional<List<String>> command = Commands.firstThatWorks(
                List.of(List.of("python3", "python/client.py"), List.of("/usr/bin/python3", "python/client.py")));
        if (command.isEmpty()) {
            Commands.skip(Commands.notTested("boto3"));
        }
        try (Program program = Program.start(directory, Optional.empty());
                Client boto3 = new ScriptedClient(program, directory, command.orElseThrow())) {
            EveryOperation every = new EveryOperation(boto3, "boto3", directory.resolve("certificates"));
            for (Step step : EveryOperation.steps()) {
                try {
                    every.take(step);
                } catch (AssertionError e) {
                    if (!NEW.contains(step.operation())
                            || !String.valueOf(e.getMessage()).contains(NO_METHOD)) {
                        throw e;
                    }
                    System.err.println("NOT TESTED: this boto3 does not know " + step.operation());
                }
            }
        }
    }
}
