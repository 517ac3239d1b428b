package io.claviger.corecmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletList;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C ends what would never end, and the session takes the next line. */
class StoppingTest {

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(
            strings = {
                "Start-Sleep -Seconds 100000",
                "Start-Sleep -Milliseconds 100000000",
                "1..100 | ForEach-Object { Start-Sleep 100000 }",
                "while ($true) { }",
                "do { } while ($true)",
                "for (;;) { $i++ }",
                "foreach ($i in 1..2) { while ($true) { } }",
                "function Forever { while ($true) { } }; Forever",
                "try { while ($true) { } } catch { 'caught' }",
                "try { Start-Sleep 100000 } catch { 'caught' }; 'went on'",
                "$x = while ($true) { }; 'went on'",
                "& { for (;;) { } }",
                "1 | Where-Object { while ($true) { } }",
                "1 | Select-Object @{ n = 'x'; e = { while ($true) { } } }",
            })
    void whatNeverEndsIsStopped(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        CountDownLatch begun = new CountDownLatch(1);
        Cmdlet announcing = Cmdlet.of(
                CmdletDescription.of("Show-Begun", "", "Shows that it began."),
                (arguments, context) -> begun.countDown());
        try (Session session = new Session(
                new StreamConsole(80, new ByteArrayInputStream(new byte[0]), stream, stream, false, false, false),
                List.of(new CmdletList(List.of(announcing)), CoreCmdlets.source()),
                Map.of(),
                Path.of("."),
                Path.of("."),
                Clock.systemUTC())) {
            Thread.ofVirtual().start(() -> {
                try {
                    begun.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                session.stop();
            });
            assertThat(session.run("Show-Begun; " + line)).isEqualTo(130);
            assertThat(session.run("'next'")).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("next\n");
    }
}
