package io.claviger.cmdlets.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Command lines, from the words to the exit code. */
class ScriptLaunchTest extends Launched {

    @Test
    void aScriptGetsItsArguments() throws IOException {
        Files.writeString(
                folder.resolve("a.ps1"), "param([string]$Name, [switch]$Loud)\n\"$Name $Loud $($args.Count) $args\"\n");
        assertThat(run("run", "a.ps1", "-Name", "a b", "-Loud", "x", "$(1)")).isZero();
        assertThat(printed()).isEqualTo("a b True 2 x $(1)\n");
    }

    @Test
    void aScriptWithoutParametersGetsArgs() throws IOException {
        Files.writeString(folder.resolve("a.ps1"), "\ufeff$args[1]");
        assertThat(run("run", "a.ps1", "x", "y z")).isZero();
        assertThat(printed()).isEqualTo("y z\n");
    }

    @Test
    void aScriptIsToldWhichArgumentItDoesNotTake() throws IOException {
        Files.writeString(folder.resolve("a.ps1"), "param([Parameter(Mandatory)]$Name)\n'never'");
        assertThat(run("run", "a.ps1", "-Nam", "x", "-Wrong", "y")).isOne();
        assertThat(complained()).contains("A parameter cannot be found that matches parameter name 'Wrong'.");
        assertThat(run("run", "a.ps1")).isOne();
        assertThat(complained())
                .contains("Cannot process command because of one or more missing mandatory parameters: Name.");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aScriptThatCannotBeReadSaysWhy() throws IOException {
        assertThat(run("run", "none.ps1")).isOne();
        Files.write(folder.resolve("latin.ps1"), new byte[] {(byte) 0xe4, 'x'});
        assertThat(run("run", "latin.ps1")).isOne();
        assertThat(complained())
                .contains("the script 'none.ps1' cannot be run: it does not exist")
                .contains("the script 'latin.ps1' cannot be run: it is not in UTF-8");
    }

    @Test
    void theShellRunsTheLinesOfStandardInput() {
        assertThat(piped("$a = 'one'\n\nforeach ($b in 1,2) {\n\"$a $b\"\n}\r\nRead-Host\nan answer\n'last'", "shell"))
                .isZero();
        assertThat(printed()).isEqualTo("one 1\none 2\nan answer\nlast\n");
        assertThat(complained()).isEmpty();
    }

    @Test
    void theShellEndsAsItsLastLineDoes() {
        assertThat(piped("\ufeff'a'\nGet-Nothing\n", "shell")).isOne();
        assertThat(piped("Get-Nothing\n'b'\n", "shell")).isZero();
        assertThat(piped("exit 7\n'never'\n", "shell")).isEqualTo(7);
        assertThat(printed()).isEqualTo("a\nb\n");
    }

    @Test
    void theShellSaysWhatIsMissingAtTheEndOfItsInput() {
        assertThat(piped("if ($true) {\n'a'\n", "shell")).isOne();
        assertThat(complained()).contains("ParserError");
        assertThat(piped("", "shell")).isZero();
        assertThat(printed()).isEmpty();
    }

    @Test
    void aScriptMayComeFromStandardInput() {
        assertThat(piped("\ufeffparam($Name)\n\"<$Name> ä $args\"\nexit 3", "run", "-", "-Name", "a b", "c"))
                .isEqualTo(3);
        assertThat(printed()).isEqualTo("<a b> ä c\n");
        assertThat(piped("", "run", "-")).isZero();
    }

    @Test
    void aScriptFromStandardInputHasTheLimitsOfOthers() {
        assertThat(piped("#" + "x".repeat(1 << 20), "run", "-NonInteractive", "-"))
                .isOne();
        assertThat(complained()).contains("the script on standard input cannot be run: it is longer than");
    }
}
