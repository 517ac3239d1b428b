package io.claviger.clients.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Ended;
import io.claviger.clients.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkout in which a build or the tests are broken off builds again by itself, and never runs an old program. */
class BrokenOffTest {

    @TempDir
    private Path home = Path.of("");

    private Checkout checkout = new Checkout(home, home);

    @BeforeEach
    void checkOut() throws IOException {
        checkout = Checkout.in(home, "checkout");
    }

    @ParameterizedTest
    @CsvSource({
        "build, INT, 130", "build, TERM, 143", "build, HUP, 129", "build, KILL, 137",
        "test, INT, 130", "test, TERM, 143", "test, HUP, 129", "test, KILL, 137",
        "start, INT, 130", "start, KILL, 137"
    })
    void whileMavenWorks(String word, String signal, int status) throws Exception {
        checkout.hold();
        Process process = checkout.start(word);
        checkout.awaitMaven();
        send(signal, process);
        assertThat(Ended.of(process).status()).isEqualTo(status);
        if (signal.equals("KILL")) {
            // Nobody could end Maven at once.
            Thread.sleep(2000);
        }
        checkout.release();

        assertThat(checkout.run("start").out()).isEqualTo("old server\n<start>\n");
        assertThat(checkout.builds()).as("what was broken off does not go on").isOne();
    }

    @ParameterizedTest
    @CsvSource({"build, INT", "build, KILL", "test, INT", "test, TERM", "test, KILL", "version, HUP"})
    void inABuiltCheckoutAfterASourceHasChanged(String word, String signal) throws Exception {
        checkout.run("build");
        checkout.write("server", "new server");
        checkout.hold();
        Process process = checkout.start(word);
        checkout.awaitMaven();
        send(signal, process);
        Ended.of(process);
        checkout.release();

        assertThat(checkout.run("start").out()).isEqualTo("new server\n<start>\n");
        assertThat(checkout.run("policy", "keys").out()).isEqualTo("old policy-cli\n<keys>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "KILL"})
    void whileTheCachesAreRecorded(String signal) throws Exception {
        Path hold = Files.createFile(checkout.tools().resolve("jdk/bin/hold"));
        Process process = checkout.start("build");
        checkout.awaitFile("server/target/claviger/server.aot.log");
        send(signal, process);
        Files.delete(hold);
        Ended.of(process);

        assertThat(checkout.run("start").out()).isEqualTo("old server\n<start>\n");
        assertThat(checkout.folder().resolve("cmdlets/target/claviger/prompt.aot"))
                .isNotEmptyFile();
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "test"})
    void helpChangesNothing(String word) throws Exception {
        for (String help : List.of("--help", "-h")) {
            Outcome shown = checkout.run(word, help);
            assertThat(shown.status()).isZero();
            assertThat(shown.out()).startsWith("usage: ./claviger " + word);
        }
        assertThat(checkout.folder().resolve("target")).doesNotExist();
    }

    @Test
    void aBuildThatFailsLeavesNothingToRun() throws Exception {
        checkout.run("build");
        checkout.write("cmdlets", "error");

        for (String word : List.of("Get-IAMUser", "version", "build", "Get-IAMUser")) {
            Outcome failed = checkout.run(word);
            assertThat(failed.status()).isEqualTo(70);
            assertThat(failed.out()).isEmpty();
            assertThat(failed.err()).contains("a source has an error", "claviger: the build failed");
        }
        checkout.write("cmdlets", "mended");
        assertThat(checkout.run("Get-IAMUser").out()).isEqualTo("mended\n<Get-IAMUser>\n");
    }

    @Test
    void afterAPartOfTheTestsAllIsBuilt() throws Exception {
        checkout.run("build");
        checkout.run("test", "-pl", "policy");
        checkout.run("version");
        assertThat(checkout.builds()).isEqualTo(3);
    }

    @Test
    void afterAllTestsNothingIsBuilt() throws Exception {
        assertThat(checkout.run("test").status()).isZero();
        assertThat(checkout.run("version").out()).isEqualTo("old server\n<version>\n");
        assertThat(checkout.builds()).isOne();
    }

    @Test
    void whatChangesWhileMavenWorksIsBuiltNext() throws Exception {
        checkout.hold();
        Process process = checkout.start("build");
        checkout.awaitMaven();
        checkout.write("server", "changed");
        checkout.release();
        assertThat(Ended.of(process).status()).isZero();
        checkout.run("version");
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void aSourceThatHasAnotherNameIsBuilt() throws Exception {
        checkout.run("build");
        Path sources = checkout.folder().resolve("policy-cli/src/main");
        Files.delete(sources.resolve("Program.java"));
        Files.writeString(sources.resolve("Other.java"), "renamed\n");
        assertThat(checkout.run("policy", "keys").out()).isEqualTo("renamed\n<keys>\n");
    }

    private static void send(String signal, Process process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }
}
