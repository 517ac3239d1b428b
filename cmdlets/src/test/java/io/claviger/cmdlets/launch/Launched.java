package io.claviger.cmdlets.launch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The program with a standard input, and what it prints. */
abstract class Launched {

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    int run(ProgramEnvironment.Terminals terminals, String input, String... words) {
        ProgramEnvironment system = new ProgramEnvironment(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminals,
                Map.of("NAME", "al $(1) ice"),
                folder,
                folder,
                Clock.systemUTC(),
                prompt -> Optional.of("hidden answer to " + prompt));
        return new Launch(system, new StopOnSignal()).run(List.of(words));
    }

    int piped(String input, String... words) {
        return run(new ProgramEnvironment.Terminals(false, false, false, 120), input, words);
    }

    int run(String... words) {
        return piped("", words);
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
