package io.claviger.cmdlets.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program of a line or a script, told to end by a signal. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
class StoppedProcessTest {

    private static final int STOPPED = 130;

    @TempDir
    private Path folder;

    private @Nullable Process process;

    private BufferedReader start(String line) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process started = new ProcessBuilder(List.of(
                        // What a shell runs in the background ignores Ctrl-C, and so would all that it starts.
                        "env",
                        "--default-signal=INT",
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        line))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process = started;
        return started.inputReader(StandardCharsets.UTF_8);
    }

    private void send(String signal) throws Exception {
        String id = String.valueOf(started().pid());
        assertThat(new ProcessBuilder("kill", "-" + signal, id).start().waitFor())
                .isZero();
    }

    private Process started() {
        if (process == null) {
            throw new IllegalStateException("Nothing was started.");
        }
        return process;
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aFinallyBlockHasItsTimeToTheEnd(String signal) throws Exception {
        BufferedReader out = start("try { 'begun'; Start-Sleep 60 } finally {"
                + " try { Start-Sleep 1 } finally { Start-Sleep -Milliseconds 500; 'done' | Out-File x } }; 'never'");
        assertThat(out.readLine()).isEqualTo("begun");
        send(signal);
        assertThat(started().waitFor()).isEqualTo(STOPPED);
        assertThat(out.readLine()).isNull();
        assertThat(folder.resolve("x")).hasContent("done");
    }

    @Test
    void anotherCtrlCStopsIt() throws Exception {
        BufferedReader out = start(
                "try { 'begun'; Start-Sleep 600 } finally { Write-Host cleaning; Start-Sleep 600; 'x' | Out-File x }");
        assertThat(out.readLine()).isEqualTo("begun");
        send("INT");
        assertThat(out.readLine()).isEqualTo("cleaning");
        send("INT");
        assertThat(started().waitFor()).isEqualTo(STOPPED);
        assertThat(Files.exists(folder.resolve("x"))).isFalse();
    }
}
