package io.claviger.cmdlets.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines, from the words to the exit code. */
class LaunchTest extends Launched {

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
        "Get-IAMUserr, 'Get-IAMUser, Get-IAMUsers'",
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
    void theModulesOfAwsToolsAreThereAndOthersAreNot() {
        assertThat(run("Import-Module AWSPowerShell, AWSPowerShell.NetCore, AWS.Tools.SecurityToken"))
                .isZero();
        assertThat(complained()).isEmpty();
        assertThat(run("Import-Module AWS.Tools.S3")).isOne();
        assertThat(complained()).startsWith("Import-Module: The specified module 'AWS.Tools.S3' was not loaded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoke-WebRequest", "invoke-restmethod"})
    void noOtherAddressIsCalled(String command) {
        assertThat(run(command + " https://example.com")).isOne();
        assertThat(complained())
                .isEqualTo(command + ": " + command + " is not supported: only IAM and STS are called.\n");
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
    void thePromptNeedsATerminalForItsOutputToo() {
        assertThat(run(new ProgramEnvironment.Terminals(true, false, true, 80), "", "shell"))
                .isEqualTo(2);
        assertThat(complained()).contains("its output must be a terminal");
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
