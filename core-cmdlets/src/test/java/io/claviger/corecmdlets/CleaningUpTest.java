package io.claviger.corecmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finally block cleans up after Ctrl-C too; another Ctrl-C stops it. */
@Timeout(60)
class CleaningUpTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Runs the line. Each Stop-Here in it is a Ctrl-C, pressed by another thread, that the cmdlet waits for. */
    private String run(String line) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        StreamConsole console =
                new StreamConsole(80, new ByteArrayInputStream(new byte[0]), stream, stream, false, false, false);
        Session[] running = new Session[1];
        Cmdlet stopping = Cmdlet.of(
                CmdletDescription.of("Stop-Here", "", "Presses Ctrl-C.")
                        .with(Parameter.of("Text", ParameterType.OBJECT, "Anything.")
                                .byValue()),
                (arguments, context) -> {
                    CountDownLatch stopped = new CountDownLatch(1);
                    try (var _ = context.onStop(stopped::countDown)) {
                        Thread.ofVirtual().start(() -> running[0].stop());
                        stopped.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
        try (Session session = new Session(
                console,
                List.of(new CmdletList(List.of(stopping)), CoreCmdlets.source()),
                Map.of(),
                Path.of("."),
                Path.of("."),
                Clock.systemUTC())) {
            running[0] = session;
            assertThat(session.run(line)).isEqualTo(130);
            assertThat(session.run("'next'")).isZero();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { Stop-Here; 'never' } finally { Write-Host cleaned }",
                "try { Stop-Here; 'never' } catch { 'never' } finally { Write-Host cleaned }",
                "try { throw 'x' } catch { Stop-Here; 'never' } finally { Write-Host cleaned }",
                "try { Stop-Here } finally { Write-Host cleaned }; 'never'",
                "function F { try { Stop-Here } finally { Write-Host cleaned } }; F; 'never'",
                "$x = & { try { Stop-Here } finally { Write-Host cleaned } }; 'never'",
                "1 | ForEach-Object { try { $_ | Stop-Here } finally { Write-Host cleaned } }; 'never'",
                "foreach ($i in 1..3) { try { Stop-Here } finally { Write-Host cleaned } }",
                "try { try { Stop-Here } finally { throw 'x' } } catch { 'never' } finally { Write-Host cleaned }",
                "try { Stop-Here } finally { Start-Sleep -Milliseconds 1; 1..3 | ForEach-Object { $n += $_ };"
                        + " if ($n -eq 6) { Write-Host cleaned } }",
            })
    void itRunsWhenWhatItGuardsIsStopped(String line) {
        assertThat(run(line)).endsWith("cleaned\nnext\n").doesNotContain("never");
    }

    @Test
    void whatItWritesToThePipelineIsReadByNobodyAndKeepsItFromNothing() {
        assertThat(run("try { Stop-Here } finally { 'unread'; Write-Output unread; Write-Host cleaned }"))
                .isEqualTo("cleaned\nnext\n");
    }

    @Test
    void anErrorInItIsShown() {
        assertThat(run("try { Stop-Here } finally { Write-Host before; throw 'the key stayed'; 'never' }; 'never'"))
                .isEqualTo("before\nException: the key stayed\nnext\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { Stop-Here } finally { Write-Host begun; Stop-Here; Write-Host never }",
                "try { Stop-Here } finally { Write-Host begun; 1..3 | Stop-Here; Write-Host never }; 'never'",
                "try { Stop-Here } finally { try { Stop-Here } finally { Write-Host begun }; Write-Host never }",
                "try { try { Stop-Here } finally { Stop-Here; Write-Host never } } finally { Write-Host begun }",
            })
    void anotherCtrlCStopsIt(String line) {
        assertThat(run(line)).isEqualTo("begun\nnext\n");
    }
}
