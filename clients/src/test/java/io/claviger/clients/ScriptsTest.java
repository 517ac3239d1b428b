package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The repository's shell scripts. */
class ScriptsTest {

    private static final List<String> SHELLCHECK = List.of("shellcheck", "--version");
    private static final List<String> FOLDERS = List.of("", "bin", "scripts", "bench", ".ci");

    @Test
    void shellCheckFindsNothing() throws Exception {
        if (Commands.firstThatWorks(List.of(SHELLCHECK)).isEmpty()) {
            Commands.skip(Commands.notTested("shellcheck"));
        }
        Path repository = Launcher.BUILT.resolveSibling("");
        List<String> command = new ArrayList<>(List.of("shellcheck", "--external-sources", "--check-sourced"));
        command.addAll(scripts(repository));
        assertThat(command).contains("claviger", "bin/claviger", "scripts/fuzz", "bench/run", ".ci/run");

        Process process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(Ended.of(process)).isEqualTo(new Ended(0, ""));
    }

    private static List<String> scripts(Path repository) throws IOException {
        List<String> scripts = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(repository.resolve(folder))) {
                files.filter(Files::isExecutable)
                        .filter(Files::isRegularFile)
                        .filter(ScriptsTest::isOfAShell)
                        .map(file -> repository.relativize(file).toString())
                        .forEach(scripts::add);
            }
        }
        return scripts;
    }

    private static boolean isOfAShell(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().orElse("").matches("#!.*[/ ](ba)?sh");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
