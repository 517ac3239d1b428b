package io.claviger.corecmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.golden.SampleCmdlets;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** {@code $input} of a line and of a script: the lines of piped standard input. */
class PipedInputTest {

    private static String run(String piped, boolean terminal, Consumer<Session> work) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        StreamConsole console = new StreamConsole(
                120,
                new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8)),
                out,
                out,
                terminal,
                false,
                false);
        try (Session session = new Session(
                console,
                List.of(SampleCmdlets.source(), CoreCmdlets.source()),
                Map.of(),
                Path.of("."),
                Path.of("/home/alice"),
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))) {
            work.accept(session);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String line(String piped, String line) {
        return run(piped, false, session -> session.run(line));
    }

    @Test
    void aLineReadsWhatIsPiped() {
        assertThat(line("alice\nbob\n", "$input | Get-IAMAccessKey | Select-Object -First 3 | ForEach-Object UserName"))
                .isEqualTo("alice\nalice\nbob\n");
        assertThat(line("alice\n", "(Get-IAMAccessKey -UserName $input)[0].AccessKeyId"))
                .isEqualTo("AKIAALICE6\n");
    }

    @Test
    void nothingPipedIsNothing() {
        assertThat(line("", "@($input).Count; foreach ($i in $input) { 'never' }"))
                .isEqualTo("0\n");
    }

    @Test
    void itIsReadOnce() {
        assertThat(line("a\nb\n", "@($input).Count; @($input).Count")).isEqualTo("2\n2\n");
    }

    @Test
    void aScriptReadsItToo() {
        assertThat(run(
                        "a\nb",
                        false,
                        session -> session.runScript("/path/s.ps1", "foreach ($i in $input) { \"<$i>\" }")))
                .isEqualTo("<a>\n<b>\n");
    }

    @Test
    void aFunctionHasItsOwn() {
        assertThat(line("piped\n", "function F { @($input).Count }; 1, 2, 3 | F; F; @($input)[0]"))
                .isEqualTo("3\n0\npiped\n");
    }

    @Test
    void whatIsTypedAtATerminalIsNoInput() {
        assertThat(run("typed\n", true, session -> session.run("@($input).Count")))
                .isEqualTo("0\n");
    }
}
