package io.claviger.cmdlets.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program at a terminal: the prompt, and lines that ask. */
class PromptTest {

    private static final int WIDE = 100;
    private static final String REMOVE = "'u0','u1','u2' | Remove-IAMUser";

    private final FakeIam server = new FakeIam();

    @TempDir
    private Path home;

    private final List<Screen> screens = new ArrayList<>();

    private Screen screen() {
        return screens.getLast();
    }

    @BeforeAll
    static void need() {
        Screen.need();
    }

    @AfterEach
    void end() {
        screens.forEach(Screen::close);
        server.close();
    }

    private Screen prompt(int columns) throws Exception {
        screens.add(Screen.run(home, columns, server.environment(), "shell"));
        screen().awaitEnd("PS >");
        return screen();
    }

    private Screen line(String line) throws Exception {
        screens.add(Screen.run(home, WIDE, server.environment(), line));
        return screen();
    }

    @Test
    void tabCompletesCmdletsParametersAndTheServersNames() throws Exception {
        prompt(WIDE).type("new-iamacce").press("Tab");
        screen().await("the cmdlet", shown -> shown.contains("PS > New-IAMAccessKey"));
        screen().type(" -us").press("Tab");
        screen().await("the parameter", shown -> shown.contains("New-IAMAccessKey -UserName"));
        screen().type(" ").press("Tab");
        screen().await("what the names have in common", shown -> shown.contains("-UserName u"));
        screen().press("Tab");
        assertThat(screen().await("all names", shown -> shown.contains("u2")))
                .contains("u0")
                .contains("u1");
    }

    @Test
    void aMistypedNameIsAnsweredWithTheNearest() throws Exception {
        prompt(WIDE);
        screen().enter("Get-IAMUsr");
        screen().awaitEnd("[General Feedback]\n  The most similar commands are:\n    \u27a4 Get-IAMUser\n\nPS >");
    }

    @Test
    void eachAnswerToAConfirmationDoesWhatItSays() throws Exception {
        prompt(WIDE);
        answer("y", "", "n");
        assertThat(server.deleted()).containsExactly("u0", "u1");
        answer("A");
        assertThat(server.deleted()).containsExactly("u0", "u1", "u2");
        answer("n", "Yes", "L");
        assertThat(server.deleted()).containsExactly("u1");
        answer("nonsense", "no to all");
        assertThat(server.deleted()).isEmpty();
    }

    private void answer(String... answers) throws Exception {
        screen().press("C-l");
        screen().await("an empty screen", "PS >"::equals);
        screen().enter(REMOVE);
        int asked = 0;
        for (String answer : answers) {
            int before = ++asked;
            screen().await(
                            "question " + before,
                            shown -> shown.split("\\[Y\\] Yes", -1).length > before
                                    && shown.endsWith("(default is \"Y\"):"));
            screen().enter(answer);
        }
        screen().awaitEnd("\nPS >");
    }

    @Test
    void aQuestionIsExplainedAndSuspended() throws Exception {
        prompt(WIDE).enter("Remove-IAMUser -UserName u0");
        screen().awaitEnd("(default is \"Y\"):");
        screen().enter("?");
        screen().await(
                        "the help",
                        shown -> shown.contains("S - Pause the current pipeline")
                                && shown.endsWith("(default is \"Y\"):"));
        screen().enter("s").awaitEnd("PS >> ");
        screen().enter("'within ' + 1");
        screen().await("an answer", shown -> shown.contains("\nwithin 1\n"));
        assertThat(server.deleted()).isEmpty();
        screen().enter("exit").awaitEnd("(default is \"Y\"):");
        screen().enter("y").awaitEnd("\nPS >");
        assertThat(server.deleted()).containsExactly("u0");
    }

    @Test
    void controlCStopsACallThatHangsAndThePromptGoesOn() throws Exception {
        prompt(WIDE).enter("Get-IAMUser -UserName u0; 'never'");
        server.awaitHanging();
        screen().press("C-c").awaitEnd("\nPS >");
        screen().enter("'still ' + 'here'");
        assertThat(screen().await("an answer", shown -> shown.contains("\nstill here\n")))
                .doesNotContain("never\n")
                .doesNotContain("Get-IAMUser:");
    }

    @Test
    void controlCLeavesAQuestionAndALine() throws Exception {
        prompt(WIDE).enter("Remove-IAMUser -UserName u0; 'never'");
        screen().awaitEnd("(default is \"Y\"):");
        screen().press("C-c").awaitEnd("\nPS >");
        screen().type("'half a").press("C-c").awaitEnd("\nPS >");
        assertThat(screen().shown()).doesNotContain("never\n");
        assertThat(server.deleted()).isEmpty();
    }

    @Test
    void aNarrowWindowBreaksWherePowerShellDoes() throws Exception {
        prompt(40).enter("Remove-IAMUser -UserName u0");
        assertThat(screen().awaitEnd("(default is \"Y\"):")).isEqualTo("""
                PS > Remove-IAMUser -UserName u0

                Confirm
                Are you sure you want to perform this
                action?
                Performing the operation
                "Remove-IAMUser (DeleteUser)" on target
                 "u0".
                [Y] Yes  [A] Yes to All  [N] No
                [L] No to All[S] Suspend  [?] Help
                (default is "Y"):""");
        screen().enter("n").awaitEnd("\nPS >");
        screen().enter("Get-IAMUserList | Select-Object UserName, Path");
        assertThat(screen().await("a table", shown -> shown.contains("\nu2"))).contains("""
                UserName Path
                -------- ----
                u0       /
                u1       /
                u2       /""");
    }

    @Test
    void aLineThatIsNotCompleteGoesOn() throws Exception {
        prompt(WIDE).enter("if ($true) {").awaitEnd("\n>>");
        screen().enter("'all ' + 'of it'").enter("}");
        screen().await("an answer", shown -> shown.contains("\nall of it\n"));
    }

    @Test
    void whatIsPastedWaitsForEnter() throws Exception {
        prompt(WIDE).paste("'one ' + 1\n'two ' + 2\n");
        screen().await("the text", shown -> shown.contains("'two ' + 2"));
        screen().type("'three ' + 3");
        assertThat(screen().await("the rest", shown -> shown.contains("'three ' + 3")))
                .doesNotContain("one 1")
                .doesNotContain("two 2");
        screen().press("Enter");
        screen().await("all answers", shown -> shown.contains("one 1\ntwo 2\nthree 3\n"));
    }

    @Test
    void aSecretIsMaskedAndNotRemembered() throws Exception {
        prompt(WIDE).enter("$s = Read-Host Key -MaskInput").awaitEnd("Key:");
        screen().type("hunter2").awaitEnd("Key: *******");
        screen().press("Enter").awaitEnd("\nPS >");
        screen().enter("$s.Length");
        screen().await("its length", shown -> shown.contains("\n7\n"));
        screen().enter("$x = 'wJalr' # -SecretKey wJalr");
        screen().enter("exit 3");
        assertThat(screen().exitCode()).isEqualTo(3);
        assertThat(Files.readString(home.resolve(".local/state/claviger/history")))
                .contains("$s.Length")
                .doesNotContain("hunter2")
                .doesNotContain("wJalr");
    }

    @Test
    void linesAreRememberedFromOneTimeToTheNext() throws Exception {
        prompt(WIDE).enter("'remember ' + 'me'");
        screen().await("an answer", shown -> shown.contains("\nremember me\n"));
        screen().awaitEnd("\nPS >");
        assertThat(screen().pressUntilItEnds("C-d")).isZero();
        screens.removeLast().close();
        prompt(WIDE).press("Up");
        screen().await("the line of before", shown -> shown.contains("PS > 'remember ' + 'me'"));
    }

    @Test
    void aLineOfTheShellAsksUnseenForSecrets() throws Exception {
        line("$s = Read-Host Key -MaskInput; $s.Length").awaitEnd("Key:");
        screen().type("hunter2").press("Enter");
        assertThat(screen().exitCode()).isZero();
        String shown = screen().await("the length", all -> all.lines().anyMatch("7"::equals));
        assertThat(shown).doesNotContain("hunter2");
    }

    @Test
    void controlCEndsALineOfTheShellWhoseCallHangs() throws Exception {
        line("Get-IAMUser -UserName u0");
        server.awaitHanging();
        screen().press("C-c");
        assertThat(screen().exitCode()).isEqualTo(130);
        assertThat(screen().shown()).doesNotContain("Get-IAMUser:");
    }

    @Test
    void aLineOfTheShellAsksForConfirmation() throws Exception {
        line("Remove-IAMUser -UserName u0").awaitEnd("(default is \"Y\"):");
        screen().enter("");
        assertThat(screen().exitCode()).isZero();
        assertThat(server.deleted()).isEqualTo(List.of("u0"));
    }
}
