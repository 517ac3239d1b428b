package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some serial lines, and programs that make terminals, tell no size. */
class TerminalWithoutSizeTest {

    private static final List<String> SCRIPT = List.of("script", "--version");

    @TempDir
    private Path home = Path.of("");

    @Test
    void thePromptHasRoomAllTheSame() throws Exception {
        if (Commands.firstThatWorks(List.of(SCRIPT)).isEmpty()) {
            Commands.skip(Commands.notTested("script, which makes a terminal without a size,"));
        }
        ProcessBuilder builder =
                Commands.process(home, List.of("script", "-qfc", Program.launcher() + " shell", "/dev/null"));
        Terminal.atHome(builder, home);
        builder.environment().put("TERM", "xterm");
        Process process = builder.redirectErrorStream(true).start();
        CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS).execute(process::destroyForcibly);
        StringBuilder shown = new StringBuilder();
        try (InputStream screen = process.getInputStream()) {
            int next = 0;
            while (next >= 0 && shown.indexOf("PS > ") < 0) {
                next = screen.read();
                shown.append((char) next);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        assertThat(shown.toString()).endsWith("PS > ");
    }
}
