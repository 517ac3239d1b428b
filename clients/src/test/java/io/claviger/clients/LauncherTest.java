package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher does before it starts anything. */
class LauncherTest {

    private static final List<String> FLOCK = List.of("flock", "--version");
    private static final String TRAINS = "claviger: training the start-up caches of the cmdlets";
    private static final String WAITS = "claviger: another build is running here; waiting for it";

    private static final int TRAINING_SECONDS = 240;

    @TempDir
    private Path home = Path.of("");

    /** As in a pipeline of two cmdlets right after a build. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void ofSeveralStartedAtOnceOneTrains() throws Exception {
        if (Commands.firstThatWorks(List.of(FLOCK)).isEmpty()) {
            Commands.skip("NOT TESTED: there is no flock, by which launchers take turns");
        }
        Path launcher = untrained();
        List<Process> started = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            ProcessBuilder builder = Commands.process(home, List.of(launcher.toString(), "'ready'"));
            builder.environment().put("HOME", home.toString());
            started.add(builder.redirectOutput(said(n, "out").toFile())
                    .redirectError(said(n, "err").toFile())
                    .start());
        }
        List<String> complaints = new ArrayList<>();
        for (int n = 0; n < started.size(); n++) {
            assertThat(Ended.of(started.get(n), TRAINING_SECONDS).status()).isZero();
            assertThat(said(n, "out")).hasContent("ready");
            complaints.add(
                    Files.readString(said(n, "err"), StandardCharsets.UTF_8).strip());
        }
        assertThat(complaints).containsExactlyInAnyOrder(TRAINS, WAITS, WAITS);
        assertThat(launcher.resolveSibling("cmdlets/target/claviger/cmdlets.aot"))
                .isNotEmptyFile();
        assertThat(launcher.resolveSibling("cmdlets/target/claviger/prompt.aot"))
                .isNotEmptyFile();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void trainsAgainForAnotherJdk() throws Exception {
        Path launcher = untrained();
        Path trained = launcher.resolveSibling("cmdlets/target/claviger/trained");
        Files.writeString(trained, "/usr/lib/jvm/another-jdk-25 25.0.1+8\n");

        assertThat(run(home, launcher, "'ready'")).isEqualTo("ready\n");
        assertThat(said(0, "err")).hasContent(TRAINS);
        assertThat(trained).content().doesNotContain("another-jdk-25");

        assertThat(run(home, launcher, "'ready'")).isEqualTo("ready\n");
        assertThat(said(0, "err")).isEmptyFile();
    }

    @Test
    void runsWithoutSources() throws Exception {
        Path unpacked = Files.createDirectories(home.resolve("a distribution"));
        copy(Launcher.BUILT.resolveSibling("bin"), unpacked.resolve("bin"));
        copy(Launcher.BUILT.resolveSibling("bin/help"), unpacked.resolve("bin/help"));
        copy(Launcher.BUILT.resolveSibling("cmdlets/target/claviger/lib"), unpacked.resolve("cmdlets/lib"));
        Path link = Files.createSymbolicLink(home.resolve("linked"), Path.of("a distribution/bin/claviger"));

        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));

        assertThat(run(elsewhere, link, "Write-Output", "@file", "a b")).isEqualTo("@file\na b\n");
        assertThat(said(0, "err")).isEmptyFile();
    }

    private String run(Path directory, Path launcher, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = Commands.process(home, command).directory(directory.toFile());
        builder.environment().put("HOME", home.toString());
        Process process = builder.redirectError(said(0, "err").toFile()).start();
        Ended ended = Ended.of(process, TRAINING_SECONDS);
        assertThat(ended.status()).as(Files.readString(said(0, "err"))).isZero();
        return ended.out();
    }

    /** A checkout of which all is built, and nothing trained, in a folder with a blank in its name. */
    private Path untrained() throws IOException {
        Path checkout = Files.createDirectories(home.resolve("a checkout"));
        copy(Launcher.BUILT.resolveSibling("bin"), checkout.resolve("bin"));
        copy(
                Launcher.BUILT.resolveSibling("cmdlets/target/claviger/lib"),
                checkout.resolve("cmdlets/target/claviger/lib"));
        Files.createFile(Files.createDirectories(checkout.resolve("target")).resolve("stamp"));
        return Files.copy(Launcher.BUILT, checkout.resolve("claviger"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Path said(int number, String where) {
        return home.resolve(number + "." + where);
    }
}
