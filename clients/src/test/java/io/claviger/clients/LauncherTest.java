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
    private static final String WAITS = "claviger: another one is being made ready here; waiting for it";

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
            assertThat(started.get(n).waitFor()).isZero();
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

    /** A checkout of which all is built, and nothing trained. */
    private Path untrained() throws IOException {
        Path built = Launcher.BUILT.resolveSibling("cmdlets/target/claviger/lib");
        Path copied = Files.createDirectories(home.resolve("cmdlets/target/claviger/lib"));
        try (Stream<Path> jars = Files.list(built)) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, copied.resolve(jar.getFileName()));
            }
        }
        Files.createFile(
                Files.createDirectories(home.resolve("server/target/claviger")).resolve("stamp"));
        return Files.copy(Launcher.BUILT, home.resolve("claviger"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private Path said(int number, String where) {
        return home.resolve(number + "." + where);
    }
}
