package io.claviger.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that write the same file at once lose nothing of each other's. */
class TwoProcessesTest {

    private static final int PROFILES = 40;

    @TempDir
    private Path home;

    /** Stores profiles, one after another, in a file. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] words) throws IOException {
            ProfileFile file = new ProfileFile(Path.of(words[0]), FileKind.CREDENTIALS);
            for (int number = 0; number < PROFILES; number++) {
                String name = words[1] + number;
                file.edit(text -> text.with(name, Map.of("k", "v")));
            }
        }
    }

    @Test
    void bothProcessesProfilesAreThere() throws Exception {
        Path file = home.resolve("credentials");
        List<Process> writers = List.of(start(file, "a"), start(file, "b"));
        for (Process writer : writers) {
            assertThat(new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(writer.waitFor()).isZero();
        }
        ProfileText text = new ProfileFile(file, FileKind.CREDENTIALS).read();
        assertThat(text.profiles()).hasSize(2 * PROFILES);
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left).hasSize(2);
        }
    }

    private static Process start(Path file, String prefix) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString(),
                        prefix)
                .redirectErrorStream(true)
                .start();
    }
}
