package io.claviger.cmdlets;

import io.claviger.cmdlets.command.Cmdlet;
import io.claviger.cmdlets.command.CmdletSource;
import io.claviger.cmdlets.core.CoreCmdlets;
import io.claviger.cmdlets.shell.Session;
import io.claviger.cmdlets.shell.StreamConsole;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Scripts made of pieces that mean something are run, and stopped after a while as by Ctrl-C. Files are left alone. */
final class ScriptFuzz {

    private static final int STOPPED_AFTER = 100;

    private static final List<String> PIECES = List.of(
            " ",
            "; ",
            " | ",
            "\n",
            ", ",
            "(",
            ")",
            "{ ",
            " }",
            "[",
            "]",
            "$x",
            "$y",
            "$_",
            "$null",
            "$true",
            "$Error",
            "$x = ",
            "$y = ",
            "$x += ",
            "$x = @($x, $x); ",
            "$x = \"$x$x\"; ",
            "$h = @{ a = 1; b = $x }; ",
            "$h.c = $h; ",
            "@{ a = 1 }",
            "@()",
            "@(1, 2)",
            "1",
            "-1",
            "0",
            "2147483647",
            "1e9",
            "1.5",
            "1..9",
            "1..1e9",
            "'a'",
            "'a' * ",
            "''",
            "\"a$x\"",
            "'9/4/2019'",
            "[int]",
            "[datetime]",
            "[string]",
            "[pscustomobject]@{ a = 1 }",
            "[math]::Round(",
            "[math]::Max(1, 2)",
            "[uri]::UnescapeDataString(",
            "[datetime]::UtcNow",
            "[string]::Join(",
            " -eq ",
            " -gt ",
            " -like '*a*'",
            " -match '(a+)+$'",
            " -replace 'a', 'bb'",
            " -split ''",
            " -join ','",
            " -f ",
            " -is ",
            " -as ",
            " -contains ",
            " -in ",
            " -and ",
            " -not ",
            " + ",
            " - ",
            " * ",
            " / ",
            " % ",
            "..",
            "++",
            ".Length",
            ".Count",
            ".ToUpper()",
            ".Substring(1)",
            ".Replace('a', $x)",
            ".PadLeft(9999)",
            ".AddDays(1e9)",
            ".ToString('N2')",
            ".GetType()",
            ".a",
            "[0]",
            "[-1]",
            "[1, 2]",
            "if (",
            "while (",
            "foreach ($i in ",
            "for ($i = 0; $i -lt 9; $i++) ",
            "do { $y } while (",
            "try { ",
            " } catch { $_ } ",
            " } finally { 1 } ",
            "throw ",
            "return ",
            "break",
            "continue",
            "exit 3",
            "function F { ",
            "F ",
            "function G($a, [int]$b = 2) { $a; $b }; ",
            "G ",
            "& { ",
            "param($a) ",
            "Get-IAMUserList",
            "Get-IAMAccessKey a",
            "New-IAMAccessKey full",
            "Remove-IAMAccessKey ",
            "-Force",
            "-WhatIf",
            "-Confirm",
            "-ErrorAction Stop",
            "-ErrorAction Ignore",
            "-OutVariable v",
            "-pv p",
            "Where-Object { ",
            "Where-Object a -eq ",
            "ForEach-Object { ",
            "ForEach-Object a",
            "Select-Object ",
            "-First ",
            "-Property a",
            "-ExpandProperty a",
            "-Unique",
            "Sort-Object",
            "Group-Object",
            "Measure-Object -Sum",
            "ConvertTo-Json -Depth ",
            "ConvertTo-Json",
            "ConvertFrom-Json",
            "ConvertTo-Csv",
            "ConvertFrom-Csv",
            "Format-List",
            "Format-Table",
            "Format-Wide",
            "Out-String",
            "Out-Null",
            "Get-Member",
            "Add-Member b 2 -PassThru",
            "Get-Variable",
            "Set-Variable z ",
            "Remove-Variable x",
            "Get-History",
            "Start-Sleep 1",
            "Get-Date",
            "Read-Host",
            "Get-Help ",
            "Get-Command ",
            "Write-Output ",
            "Write-Error ",
            "Write-Host ",
            "@h");

    /** Cmdlets that read or write files: a script of chance shall not. */
    private static final Set<String> FILES =
            Set.of("Out-File", "Export-Csv", "Import-Csv", "Get-Content", "Tee-Object");

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("stop").unstarted(task));

    private ScriptFuzz() {}

    private static CmdletSource harmless() {
        CmdletSource core = CoreCmdlets.source();
        List<Cmdlet> kept = core.names().stream()
                .filter(name -> !FILES.contains(name))
                .flatMap(name -> core.find(name).stream())
                .toList();
        return CmdletSource.of(kept);
    }

    /** Runs a script of the pieces that are chosen. */
    static void run(Choices choices) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 60 && choices.more(); i++) {
            script.append(choices.of(PIECES));
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        StreamConsole console = new StreamConsole(
                80,
                new ByteArrayInputStream("a\nn\n1\nexit\n".getBytes(StandardCharsets.UTF_8)),
                nowhere,
                nowhere,
                false,
                false,
                false);
        try (Session session = new Session(
                console,
                List.of(SampleCmdlets.source(), harmless()),
                Map.of(),
                Path.of("."),
                Path.of("."),
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))) {
            Future<?> stop = CLOCK.schedule(session::stop, STOPPED_AFTER, TimeUnit.MILLISECONDS);
            session.run(script.toString());
            stop.cancel(false);
        }
    }
}
