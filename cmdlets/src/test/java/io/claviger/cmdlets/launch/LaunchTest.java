package io.claviger.cmdlets.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines, from the words to the exit code. */
class LaunchTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(ProgramEnvironment.Terminals terminals, String input, String... words) {
        ProgramEnvironment system = new ProgramEnvironment(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminals,
                Map.of("NAME", "al $(1) ice"),
                folder,
                folder,
                Clock.systemUTC(),
                prompt -> Optional.of("hidden answer to " + prompt));
        return new Launch(system, new StopOnSignal()).run(List.of(words));
    }

    private int piped(String input, String... words) {
        return run(new ProgramEnvironment.Terminals(false, false, false, 120), input, words);
    }

    private int run(String... words) {
        return piped("", words);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneArgumentIsALine() {
        assertThat(run("'a b' + (1 + 1)")).isZero();
        assertThat(printed()).isEqualTo("a b2\n");
    }

    @Test
    void severalArgumentsAreTheWordsOfOneCommand() {
        assertThat(run("Write-Output", "a b", "$(1)", "$env:NAME", "|", "ForEach-Object", "{ \"<$_>\" }"))
                .isZero();
        assertThat(printed()).isEqualTo("<a b>\n<$(1)>\n<al $(1) ice>\n");
    }

    @Test
    void anErrorEndsWithOne() {
        assertThat(run("Get-Nothing", "-UserName", "a")).isOne();
        assertThat(complained()).startsWith("Get-Nothing: The term 'Get-Nothing' is not recognized");
    }

    @ParameterizedTest
    @CsvSource({
        "Get-IAMUsr, Get-IAMUser",
        "get-iamuesr bob, Get-IAMUser",
        "New-IAMUser2, New-IAMUser",
        "Selct-Object, Select-Object",
        "1 | Were-Object, Where-Object",
        "try { Get-IAMUsr } catch { throw }, Get-IAMUser",
    })
    void aNameThatIsNearIsSuggested(String line, String meant) {
        assertThat(run(line)).isOne();
        assertThat(complained()).contains("is not recognized").endsWith("\nDid you mean " + meant + "?\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Get-Nothing",
                "xyz",
                "Invoke-Expression 1",
                "./other.ps1",
                "try { Get-IAMUsr } catch { Write-Error other }",
                "Get-IAMUsr 2> $null; 1/0",
            })
    void noNameIsSuggestedIfNoneIsNearOrAnotherErrorIsNewer(String line) {
        assertThat(run(line)).isOne();
        assertThat(complained()).doesNotContain("Did you mean");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "it has no /dev/full")
    void whyAFileCannotBeWrittenIsSaid() {
        for (String line :
                new String[] {"'x' > /dev/full", "'x' | Set-Content /dev/full", "'x' | Export-Csv /dev/full"}) {
            assertThat(run(line)).isOne();
            assertThat(complained()).endsWith(": No space left on device : '/dev/full'\n");
        }
        assertThat(run("'x' > ~")).isOne();
        assertThat(complained()).endsWith("Out-File: Access to the path '" + folder + "' is denied.\n");
    }

    @Test
    void exitSaysTheCode() {
        assertThat(run("exit 7")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"while ($true) { 'y' }", "[pscustomobject]@{A=1}", "[pscustomobject]@{A=1}; throw 'x'"})
    void whoseOutputNobodyReadsIsStopped(String line) {
        PrintStream closed = new PrintStream(
                new java.io.OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("closed");
                    }
                },
                false,
                StandardCharsets.UTF_8);
        ProgramEnvironment system = new ProgramEnvironment(
                new ByteArrayInputStream(new byte[0]),
                closed,
                closed,
                new ProgramEnvironment.Terminals(false, false, false, 120),
                Map.of(),
                folder,
                folder,
                Clock.systemUTC(),
                prompt -> Optional.empty());
        assertThat(new Launch(system, new StopOnSignal()).run(List.of(line))).isEqualTo(130);
    }

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
    void thePromptNeedsATerminalForItsOutputToo() {
        assertThat(run(new ProgramEnvironment.Terminals(true, false, true, 80), "", "shell"))
                .isEqualTo(2);
        assertThat(complained()).contains("its output must be a terminal");
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

    @Test
    void helpIsPrinted() {
        assertThat(run("run", "--help")).isZero();
        assertThat(run("shell", "--help")).isZero();
        assertThat(printed()).contains("usage: ./claviger run").contains("usage: ./claviger shell");
    }

    @Test
    void secretsAreAskedForUnseenAtATerminal() {
        assertThat(run(new ProgramEnvironment.Terminals(true, true, true, 80), "", "Read-Host 'Key' -MaskInput"))
                .isZero();
        assertThat(printed()).contains("hidden answer to Key: ");
    }

    @Test
    void nothingIsAskedWhenItIsForbidden() {
        assertThat(run(
                        new ProgramEnvironment.Terminals(true, true, true, 80),
                        "x\n",
                        "-NonInteractive",
                        "Read-Host Name"))
                .isOne();
        assertThat(complained()).contains("NonInteractive mode");
    }

    @Test
    void errorsInAFileHaveNoColours() {
        run(new ProgramEnvironment.Terminals(true, true, false, 80), "", "Get-Nothing");
        assertThat(complained()).startsWith("Get-Nothing: The term").doesNotContain("\u001b");
        err.reset();
        run(new ProgramEnvironment.Terminals(true, true, true, 80), "", "Get-Nothing");
        assertThat(complained()).contains("\u001b[31;1m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rehearse-cmdlets", "rehearse-prompt"})
    void theRehearsalGoesAsItShouldWhateverTheUserHas(String which) throws IOException {
        Path config = Files.createDirectory(folder.resolve(".aws")).resolve("config");
        Files.writeString(config, "no profile at all");
        assertThat(run(which)).as(complained()).isZero();
        assertThat(complained()).isEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder, config.getParent(), config);
        }
        assertThat(config).hasContent("no profile at all");
    }
}
