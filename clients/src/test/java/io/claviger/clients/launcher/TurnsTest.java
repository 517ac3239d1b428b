package io.claviger.clients.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Commands;
import io.claviger.clients.Ended;
import io.claviger.clients.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls while something is built, and users who may not build. */
class TurnsTest {

    private static final String WAITS = "claviger: another build is running here; waiting for it\n";
    private static final int NOT_RUN = 70;

    @TempDir
    private Path home = Path.of("");

    private Checkout checkout = new Checkout(home, home);

    @BeforeEach
    void checkOut() throws IOException {
        if (Commands.firstThatWorks(List.of(List.of("flock", "--version"))).isEmpty()) {
            Commands.skip("NOT TESTED: there is no flock, by which launchers take turns");
        }
        checkout = Checkout.in(home, "checkout");
    }

    @Test
    void callsDuringABuildWait() throws Exception {
        checkout.run("build");
        checkout.write("policy-cli", "new policy-cli");
        checkout.hold();
        Process build = checkout.start("build");
        checkout.awaitMaven();
        Process policy = checkout.start("policy", "decide");
        Process cmdlet = checkout.start("Get-IAMUser");
        Thread.sleep(300);
        assertThat(Stream.of(policy, cmdlet)).allMatch(Process::isAlive);
        checkout.release();

        assertThat(Ended.of(build).status()).isZero();
        assertThat(checkout.ended(policy, "policy", "decide"))
                .isEqualTo(new Outcome(0, "new policy-cli\n<decide>\n", WAITS));
        assertThat(checkout.ended(cmdlet, "Get-IAMUser"))
                .isEqualTo(new Outcome(0, "old cmdlets\n<Get-IAMUser>\n", WAITS));
    }

    @Test
    void testsAndBuildsWaitForOneAnother() throws Exception {
        checkout.hold();
        Process build = checkout.start("build");
        checkout.awaitMaven();
        Process tests = checkout.start("test");
        Thread.sleep(300);
        assertThat(tests.isAlive()).isTrue();
        checkout.release();

        assertThat(Ended.of(build).status()).isZero();
        Outcome outcome = checkout.ended(tests, "test");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).startsWith(WAITS);
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void whatOnlyRunsWaitsToo() throws Exception {
        checkout.run("build");
        checkout.hold();
        Process build = checkout.start("build");
        checkout.awaitMaven();
        Path program = checkout.folder().resolve("bin/claviger");
        Process release = new ProcessBuilder(
                        "sh", "-c", "sleep 0.5; rm '" + checkout.folder().resolve("hold") + "'")
                .start();

        assertThat(checkout.runs(Map.of(), home, List.of(program.toString(), "version")))
                .isEqualTo(new Outcome(0, "old server\n<version>\n", WAITS));
        assertThat(Ended.of(build).status()).isZero();
        assertThat(Ended.of(release).status()).isZero();
    }

    @Test
    void whatOnlyRunsRunsNothingThatIsNotWhole() throws Exception {
        checkout.run("build");
        checkout.write("server", "error");
        checkout.run("build");
        for (String word : List.of("version", "Get-IAMUser")) {
            Outcome outcome = checkout.runs(
                    Map.of(),
                    home,
                    List.of(checkout.folder().resolve("bin/claviger").toString(), word));
            assertThat(outcome.status()).isEqualTo(NOT_RUN);
            assertThat(outcome.err()).contains("run ./claviger build");
        }
    }

    @Test
    void theProgramsThatTestsStartAreThoseThatWereBuilt() throws Exception {
        checkout.run("build");
        checkout.hold();
        Process tests = checkout.start("test");
        checkout.awaitMaven();
        checkout.write("server", "changed while they run");
        Map<String, String> inTests =
                Map.of("TESTED_CLAVIGER", checkout.folder().toRealPath().toString());
        assertThat(checkout.run(inTests, "version")).isEqualTo(new Outcome(0, "old server\n<version>\n", ""));
        checkout.release();
        assertThat(Ended.of(tests).status()).isZero();
    }

    @Test
    void aUserWhoMayNotBuildIsToldWhatToDo() throws Exception {
        checkout.run("build");
        assertThat(another("version")).isEqualTo(new Outcome(0, "old server\n<version>\n", ""));
        assertThat(another("build"))
                .satisfies(refused ->
                        assertThat(refused.status()).as(refused.err()).isEqualTo(NOT_RUN));
        assertThat(another("test").err())
                .contains("you may not write to " + checkout.folder().toRealPath() + "/target");

        checkout.write("server", "new server");
        Outcome refused = another("version");
        assertThat(refused.status()).isEqualTo(NOT_RUN);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("is not built, or older than its sources", "Let its owner run ./claviger build")
                .doesNotContain("turn");
    }

    @Test
    void aUserWhoMayNotBuildRunsWithoutCaches() throws Exception {
        checkout.run("build");
        Files.writeString(checkout.folder().resolve("server/target/claviger/trained"), "another Java\n");
        Map<String, String> showing = Map.of("SHOW_CACHE", "yes");
        assertThat(another(showing, "version")).isEqualTo(new Outcome(0, "old server\n<version>\n", ""));
        assertThat(another(showing, "policy", "keys").out()).startsWith("with a cache\n");
    }

    private Outcome another(String... words) throws Exception {
        return another(Map.of(), words);
    }

    /** Runs the launcher as a user who may read the checkout, and may not write to it. */
    private Outcome another(Map<String, String> environment, String... words) throws Exception {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            if (Commands.firstThatWorks(List.of(List.of("setpriv", "--version")))
                    .isEmpty()) {
                Commands.skip("NOT TESTED: there is no setpriv, by which root becomes another user");
            }
            command.addAll(List.of("setpriv", "--reuid=65534", "--clear-groups", "--"));
        }
        command.add(checkout.folder().resolve("claviger").toString());
        command.addAll(List.of(words));
        permit("r-x");
        try {
            return checkout.runs(environment, home, command);
        } finally {
            permit("rwx");
        }
    }

    private void permit(String others) throws IOException {
        for (Path open : List.of(home, home.resolve("tools"))) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        String owner = isRoot() ? "rwx" : others;
        Files.setPosixFilePermissions(
                checkout.folder().resolve("target"), PosixFilePermissions.fromString(owner + "r-xr-x"));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
