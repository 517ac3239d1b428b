package io.claviger.corecmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pipelines stream: what is first is printed first, and what nobody wants is not fetched. */
class StreamingTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicInteger fetched = new AtomicInteger();
    private final AtomicInteger printedBeforeTheLastPage = new AtomicInteger(-1);

    private Session session(int pages) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Cmdlet paging =
                Cmdlet.of(CmdletDescription.of("Get-Paged", "", "Pages of a hundred."), (arguments, context) -> {
                    for (int page = 0; page < pages; page++) {
                        fetched.incrementAndGet();
                        if (page == pages - 1) {
                            printedBeforeTheLastPage.set(out.size());
                        }
                        for (int i = 0; i < 100; i++) {
                            context.write(new ShellObject(ObjectType.CUSTOM)
                                    .with("Name", "n" + i)
                                    .with("Page", page));
                        }
                    }
                });
        return new Session(
                new StreamConsole(80, new ByteArrayInputStream(new byte[0]), stream, stream, false, false, false),
                List.of(new CmdletList(List.of(paging)), CoreCmdlets.source()),
                Map.of(),
                Path.of("."),
                Path.of("."),
                Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource({
        "Get-Paged",
        "Get-Paged | Where-Object Page -ge 0 | ForEach-Object { $_ }",
        "Get-Paged | Select-Object Name",
        "Get-Paged | Format-Table Name",
        "Get-Paged | Format-List",
        "Get-Paged | Format-Wide Name",
        "Get-Paged | Format-Table Name -GroupBy Page",
        "Get-Paged | ConvertTo-Csv",
        "Get-Paged | Tee-Object -Variable all",
        "Get-Paged | Add-Member Kind 1 -PassThru",
        "Get-Paged | Out-Host"
    })
    void firstPagesArePrintedBeforeTheLastOneIsFetched(String line) {
        try (Session session = session(100)) {
            assertThat(session.run(line)).isZero();
        }
        assertThat(fetched.get()).isEqualTo(100);
        assertThat(printedBeforeTheLastPage.get()).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({
        "Get-Paged | Select-Object -First 1,1",
        "Get-Paged | Select-Object -First 250 | Measure-Object,3",
        "Get-Paged | ForEach-Object { $_ } | Where-Object { $true } | Select-Object -First 101,2",
    })
    void pagesThatNobodyWantsAreNotFetched(String line, int pages) {
        try (Session session = session(100)) {
            assertThat(session.run(line)).isZero();
        }
        assertThat(fetched.get()).isEqualTo(pages);
    }

    @Test
    void aStoppedSessionStopsWhatRunsAndTakesTheNextLine() {
        try (Session session = session(3)) {
            Thread.ofVirtual().start(() -> {
                while (fetched.get() == 0) {
                    Thread.onSpinWait();
                }
                session.stop();
            });
            assertThat(session.run("Get-Paged | Out-Null; while ($true) { }")).isEqualTo(130);
            assertThat(session.run("'on'")).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("on\n");
    }
}
