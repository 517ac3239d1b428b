package io.claviger.clients.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Commands;
import io.claviger.clients.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, and what is said of words that are no command's: without a build, a JDK or Maven. */
class HelpWithoutABuildTest {

    private static final String ALL = "usage: ./claviger COMMAND [options]\n";

    @TempDir
    private Path home = Path.of("");

    private Checkout checkout = new Checkout(home, home);
    private Map<String, String> nothing = Map.of();

    @BeforeEach
    void checkOut() throws Exception {
        checkout = Checkout.in(home, "checkout");
        nothing = Map.of("JAVA_HOME", "/nowhere", "PATH", JdkChoiceTest.withoutJava(checkout));
    }

    @AfterEach
    void nothingWasBuilt() {
        assertThat(checkout.folder().resolve("target")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "--help", "-h", "help help", "help --help", "-h help"})
    void ofAllCommands(String line) throws Exception {
        Outcome shown = run(line);
        assertThat(shown.status()).isZero();
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out()).startsWith(ALL).contains("\nCOMMANDS\n  start       Serves", "  sign-in     Signs");
    }

    @ParameterizedTest
    @CsvSource({
        "help start, start [options]",
        "start --help, start [options]",
        "start -h, start [options]",
        "--help sign-in, sign-in [options]",
        "start --data x --help, start [options]",
        "version -h, version",
        "help build, build",
        "help test, test",
        "test -pl policy --help, test",
        "run --help, run",
        "run -NonInteractive -h, run",
        "shell -h, shell",
        "help policy, policy TASK",
        "policy --help, policy TASK",
        "policy -h, policy TASK",
        "policy help, policy TASK",
        "policy help decide, policy decide",
        "help policy decide, policy decide",
        "policy decide --policy x -h, policy decide",
        "policy format --help, policy format",
    })
    void ofOneCommand(String line, String usage) throws Exception {
        Outcome shown = run(line);
        assertThat(shown.status()).isZero();
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out()).startsWith("usage: ./claviger " + usage);
    }

    @Test
    void policyWithoutATaskIsNotAYes() throws Exception {
        Outcome shown = run("policy");
        assertThat(shown.status()).isEqualTo(2);
        assertThat(shown.out()).isEmpty();
        assertThat(shown.err()).startsWith("usage: ./claviger policy TASK");
    }

    @ParameterizedTest
    @CsvSource({
        "strat, command strat, start",
        "START, command START, start",
        "srart --port 1, command srart, start",
        "signin, command signin, sign-in",
        "sign_in, command sign_in, sign-in",
        "sing-in, command sing-in, sign-in",
        "versoin, command versoin, version",
        "buidl, command buidl, build",
        "tests, command tests, test",
        "halp, command halp, help",
        "shel, command shel, shell",
        "plicy decide, command plicy, policy",
        "decide --policy x, command decide, policy decide",
        "help polici, command polici, policy",
        "policy validat x, policy task validat, validate",
        "policy Decide, policy task Decide, decide",
        "help policy kesy, policy task kesy, keys",
    })
    void aWordNearToACommandsIsSuggested(String line, String wrong, String meant) throws Exception {
        Outcome refused = run(line);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith("claviger: no " + wrong + "; did you mean " + meant + "?\nTry: ./claviger ");
    }

    @ParameterizedTest
    @CsvSource({
        "zzzzzz, no command zzzzzz; cmdlets are named Verb-Noun",
        "--verson, no option --verson",
        "-v, no option -v",
        "policy zzzzzz, no policy task zzzzzz",
        "policy ../start, no policy task ../start",
        "build now, build: it takes no now",
    })
    void anyOtherWordIsRefused(String line, String why) throws Exception {
        Outcome refused = run(line);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).startsWith("claviger: " + why);
    }

    @Test
    void anEmptyWordIsRefused() throws Exception {
        Outcome refused = checkout.run(nothing, "");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).startsWith("claviger: a command is missing\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 40})
    void fitsTheTerminal(int columns) throws Exception {
        if (Commands.firstThatWorks(List.of(List.of("script", "--version"))).isEmpty()) {
            Commands.skip("NOT TESTED: script, which makes a terminal, is not installed");
        }
        for (String topic : topics()) {
            String command = "stty cols " + columns + "; " + checkout.folder().resolve("claviger") + " help " + topic;
            Outcome shown = checkout.runs(Map.of(), home, List.of("script", "-qefc", command, "/dev/null"));
            assertThat(shown.out()).startsWith("usage: ./claviger ");
            // An option with its value, and the names of files, are not broken.
            assertThat(shown.out().lines())
                    .as("%s at %s columns", topic, columns)
                    .allMatch(line -> line.length() <= columns
                            || !line.strip().replaceFirst(" .$", "").contains(" "));
        }
    }

    @Test
    void hasOneForm() throws Exception {
        for (String topic : topics()) {
            assertThat(run("help " + topic).out().lines().filter(line -> line.matches("[A-Z ]{3,}")))
                    .as(topic)
                    .isSubsetOf("COMMANDS", "TASKS", "OPTIONS", "EXAMPLES");
        }
    }

    @Test
    void saysWhenItCannotBeWritten() throws Exception {
        for (String redirected : List.of("> /dev/full", ">&-")) {
            String command = checkout.folder().resolve("claviger") + " help " + redirected;
            assertThat(checkout.runs(nothing, home, List.of("/bin/sh", "-c", command)))
                    .isEqualTo(new Outcome(1, "", "claviger: standard output cannot be written\n"));
        }
    }

    private Outcome run(String line) throws Exception {
        return checkout.run(nothing, line.isEmpty() ? new String[0] : line.split(" ", -1));
    }

    private List<String> topics() throws IOException {
        List<String> topics = new ArrayList<>();
        Path folder = checkout.folder().resolve("bin/help");
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file)
                            .toString()
                            .replace(".txt", "")
                            .replace('/', ' '))
                    .forEach(topics::add);
        }
        assertThat(topics).contains("start", "policy decide").hasSizeGreaterThan(10);
        return topics;
    }
}
