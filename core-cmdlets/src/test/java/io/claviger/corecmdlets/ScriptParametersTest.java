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
import org.junit.jupiter.api.Test;

/** What is typed behind a script's name: its own parameters, and those that every advanced command has. */
class ScriptParametersTest {

    private static final String ADVANCED = "[CmdletBinding(SupportsShouldProcess)]\nparam([string]$Name)\n";

    private int exit;

    private String run(String script, String arguments) {
        return run(script, arguments, "");
    }

    /** Everything that the script prints, errors too. */
    private String run(String script, String arguments, String typed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        StreamConsole console = new StreamConsole(
                120, new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), out, out, true, false, false);
        try (Session session = new Session(
                console,
                List.of(SampleCmdlets.source(), CoreCmdlets.source()),
                Map.of(),
                Path.of("."),
                Path.of("/home/alice"),
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))) {
            exit = session.runScript("/path/s.ps1", script, arguments);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aDryRunOfAScriptChangesNothing() {
        assertThat(run(ADVANCED + "Remove-IAMAccessKey $Name; New-IAMAccessKey $Name", "-Name bob -WhatIf"))
                .isEqualTo("""
                        What if: Performing the operation "Remove-IAMAccessKey (DeleteAccessKey)" on target "bob".
                        What if: Performing the operation "New-IAMAccessKey (CreateAccessKey)" on target "bob".
                        """);
    }

    @Test
    void aDryRunIsStrongerThanForce() {
        String what =
                "What if: Performing the operation \"Remove-IAMAccessKey (DeleteAccessKey)\" on target \"bob\".\n";
        assertThat(run(ADVANCED + "Remove-IAMAccessKey $Name -Force", "bob -WhatIf"))
                .isEqualTo(what);
        assertThat(run(
                        "function K { [CmdletBinding(SupportsShouldProcess)] param($N) Remove-IAMAccessKey $N -Force }"
                                + "; K bob -WhatIf",
                        ""))
                .isEqualTo(what);
        assertThat(run("$WhatIfPreference = $true; Remove-IAMAccessKey bob -Force", ""))
                .isEqualTo(what);
    }

    @Test
    void whatIfCanBeTakenBack() {
        assertThat(run(ADVANCED + "Remove-IAMAccessKey $Name -Force -WhatIf:$false", "bob -WhatIf"))
                .isEqualTo("deleted bob of ?\n");
    }

    @Test
    void theScriptItselfAsksWhetherToProcess() {
        String body = ADVANCED + "if ($PSCmdlet.ShouldProcess($Name, 'Delete')) { \"gone: $Name\" }";
        assertThat(run(body, "bob -WhatIf"))
                .isEqualTo("What if: Performing the operation \"Delete\" on target \"bob\".\n");
        assertThat(run(body, "bob")).isEqualTo("gone: bob\n");
        assertThat(run(body, "bob -Confirm", "n\n"))
                .contains("Performing the operation \"Delete\" on target \"bob\".")
                .doesNotContain("gone");
    }

    @Test
    void confirmHoldsForTheCmdletsOfTheScript() {
        assertThat(run(ADVANCED + "(New-IAMAccessKey $Name).Status", "bob -Confirm", "y\n"))
                .contains("Are you sure you want to perform this action?")
                .endsWith("Active\n");
        assertThat(run(ADVANCED + "Remove-IAMAccessKey $Name", "bob -Confirm:$false"))
                .isEqualTo("deleted bob of ?\n");
    }

    @Test
    void verboseHoldsForWhatTheScriptCalls() {
        assertThat(run(
                        "[CmdletBinding()] param()\nfunction Inner { [CmdletBinding()] param() Write-Verbose in }\n"
                                + "Write-Verbose top; Inner; $VerbosePreference",
                        "-Verbose"))
                .isEqualTo("VERBOSE: top\nVERBOSE: in\nContinue\n");
    }

    @Test
    void errorActionStopEndsTheScript() {
        String body = "[CmdletBinding()] param()\nWrite-Error 'no'\n'never'";
        assertThat(run(body, "-ErrorAction Stop")).contains("no").doesNotContain("never");
        assertThat(exit).isEqualTo(1);
        assertThat(run(body, "-ErrorAction SilentlyContinue")).isEqualTo("never\n");
        assertThat(exit).isZero();
    }

    @Test
    void aScriptWithoutTheAttributeRefusesWhatIf() {
        assertThat(run("param($Name)\nRemove-IAMAccessKey $Name -Force", "bob -WhatIf"))
                .isEqualTo("s.ps1: A parameter cannot be found that matches parameter name 'WhatIf'.\n");
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void theScriptsErrorsNameIt() {
        assertThat(run("param([int]$Days)\n$Days", "-Nope 1"))
                .isEqualTo("s.ps1: A parameter cannot be found that matches parameter name 'Nope'.\n");
        assertThat(run("[CmdletBinding()] param([int]$Days)\n$Days", "1 2"))
                .isEqualTo("s.ps1: A positional parameter cannot be found that accepts argument '2'.\n");
    }

    @Test
    void aScriptEndsItselfByAnErrorOfItsOwn() {
        assertThat(run(
                        "[CmdletBinding()] param()\n$PSCmdlet.ThrowTerminatingError([System.Management.Automation"
                                + ".ErrorRecord]::new([Exception]::new('over'), 'Id', 'InvalidData', $null))\n'never'",
                        "-Verbose"))
                .isEqualTo("s.ps1: over\n");
        assertThat(exit).isEqualTo(1);
    }
}
