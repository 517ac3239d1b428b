package io.claviger.corecmdlets;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.golden.SampleCmdlets;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
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

/** Scripts made of statements that mean something are run, and stopped after a while as by Ctrl-C. Files are left alone. */
final class ScriptFuzz {

    private static final int STOPPED_AFTER = 100;

    /** Values; a percent sign stands for another one. */
    private static final List<String> VALUES = List.of(
            "$x",
            "$y",
            "$_",
            "$null",
            "$true",
            "1",
            "-1",
            "0",
            "2147483647",
            "1e9",
            "1.5",
            "'a'",
            "''",
            "\"a$x\"",
            "@()",
            "@(1, 2)",
            "@{ a = 1 }",
            "$h",
            "$Error",
            "(1..9)",
            "(1..1e9)",
            "'9/4/2019'",
            "[int]%",
            "[datetime]%",
            "[string]%",
            "[bool]%",
            "[decimal]%",
            "[math]::Round(%, 2)",
            "[math]::Max(%, %)",
            "[uri]::UnescapeDataString(%)",
            "[datetime]::UtcNow",
            "[string]::Join(%, %)",
            "[string]::Format(%, %)",
            "(% -eq %)",
            "(% -gt %)",
            "(% -like '*a*')",
            "(% -match '(a+)+$')",
            "(% -match %)",
            "(% -replace %, %)",
            "(% -replace 'a', %)",
            "(% -split '')",
            "(% -split %)",
            "(% -join %)",
            "(% -f %)",
            "(% -is [int])",
            "(% -as [int])",
            "(% -contains %)",
            "(% -and %)",
            "(-not %)",
            "(% + %)",
            "(% - %)",
            "(% * %)",
            "(% / %)",
            "(%..%)",
            "%.Length",
            "%.Count",
            "%.a",
            "(%).ToUpper()",
            "(%).Substring(%)",
            "(%).Replace('a', %)",
            "(%).PadLeft(%)",
            "(%).AddDays(%)",
            "(%).ToString('N2')",
            "(%).ToString(%)",
            "(%).GetType().Name",
            "(%).Split(%)",
            "(%).Insert(0, %)",
            "(%)[0]",
            "(%)[-1]",
            "(%)[1, 2]",
            "(%)[%]",
            "{ % }",
            "(& { % })",
            "(F %)",
            "$(%; %)",
            "@(%, %, %)",
            "@{ a = %; b = % }",
            "[pscustomobject]@{ a = %; b = % }",
            "(% | ConvertTo-Json -Depth 9)",
            "(% | ConvertFrom-Json)",
            "(% | ConvertTo-Csv | ConvertFrom-Csv)",
            "(% | Out-String)",
            "(Get-IAMUserList)",
            "(Get-Date)");

    /** Statements; a percent sign stands for a value. */
    private static final List<String> STATEMENTS = List.of(
            "$x = %",
            "$y = %",
            "$x += %",
            "$y = \"$x$y\"",
            "$x = @($x, $x)",
            "$h = @{ a = 1; b = % }",
            "$h.c = $h",
            "$h[%] = %",
            "$x++",
            "%",
            "% | ForEach-Object { % }",
            "% | Where-Object { % }",
            "% | Where-Object a -eq %",
            "% | Select-Object a, @{ n = 'n'; e = { % } }",
            "% | Select-Object -First 2 -Unique",
            "% | Sort-Object a",
            "% | Sort-Object { % } -Descending",
            "% | Group-Object a",
            "% | Measure-Object -Sum -Average",
            "% | Measure-Object a -Maximum",
            "% | Format-List",
            "% | Format-Table a, b -Wrap",
            "% | Format-Wide -Column 3",
            "% | Format-Table -GroupBy a",
            "% | Get-Member",
            "% | Add-Member b % -PassThru",
            "$x = % | Add-Member ScriptProperty a { % } -Force -PassThru",
            "$x | Add-Member AliasProperty a b -Force",
            "$x | Add-Member ScriptMethod ToUpper { % } -Force",
            "$x | Format-Wide -AutoSize -GroupBy a",
            "% | Out-Host",
            "% | ConvertTo-Json -Compress",
            "% | ConvertFrom-Csv",
            "% | Get-IAMAccessKey",
            "% | Remove-IAMAccessKey",
            "Remove-IAMAccessKey % -Force",
            "New-IAMAccessKey full -ErrorAction Stop",
            "New-IAMAccessKey % -ov v -ev +e",
            "Add-IAMUserTag % -Tag %",
            "Write-Error %",
            "Write-Output % %",
            "Write-Host % -Separator %",
            "Get-Variable %",
            "Set-Variable z %",
            "Remove-Variable x",
            "Get-History",
            "Start-Sleep %",
            "Read-Host %",
            "Get-Help %",
            "Get-Command %",
            "Get-Date % -Format %",
            "function F { param($a = %) % }",
            "function F($a) { F %; % }",
            "if (%) { % } else { % }",
            "foreach ($i in %) { % }",
            "for ($i = 0; $i -lt %; $i++) { % }",
            "while (%) { % }",
            "do { % } until (%)",
            "try { % } catch { % } finally { % }",
            "throw %",
            "return %",
            "exit %",
            "break",
            "& { param($a) % } %",
            "Get-IAMUserList @h",
            "$Error.Clear()",
            "$ErrorActionPreference = %",
            "$ConfirmPreference = %",
            "$WhatIfPreference = %",
            "$FormatEnumerationLimit = %",
            "$ErrorView = %",
            "$OFS = %");

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
        return new CmdletList(kept);
    }

    private static String filled(String pattern, Choices choices, int depth) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char one = pattern.charAt(i);
            filled.append(one == '%' ? filled(depth == 0 ? "$x" : choices.of(VALUES), choices, depth - 1) : one);
        }
        return filled.toString();
    }

    /** Runs a script of the statements that are chosen. */
    static void run(Choices choices) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 12 && choices.more(); i++) {
            script.append(filled(choices.of(STATEMENTS), choices, 4)).append('\n');
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
            // Again and again, since a line that has not begun yet when it is stopped does not hear it.
            Future<?> stop =
                    CLOCK.scheduleAtFixedRate(session::stop, STOPPED_AFTER, STOPPED_AFTER, TimeUnit.MILLISECONDS);
            session.run(script.toString());
            stop.cancel(false);
        }
    }
}
