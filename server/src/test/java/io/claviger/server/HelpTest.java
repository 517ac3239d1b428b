package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The texts in {@code bin/help}, which the launcher shows. With {@code -Dclaviger.golden=write} they are written. */
class HelpTest {

    private static final Path FOLDER = Path.of("..", "bin", "help");
    private static final Pattern ROW = Pattern.compile("^  ([a-z-]+)\t", Pattern.MULTILINE);

    /** What the launcher starts, or does itself. */
    private static final List<String> OTHERS = List.of("policy", "run", "shell", "build", "test");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void listsWhatTheLauncherStartsToo() {
        assertThat(run("help")).isZero();
        assertThat(printed()).contains("  policy\tValidates");
    }

    @Test
    void theLauncherShowsTheSame() throws IOException {
        assertThat(run("help")).isZero();
        String all = printed();
        compare("claviger", all);
        List<String> words = ROW.matcher(all).results().map(row -> row.group(1)).toList();
        assertThat(words).contains("start", "sign-in").containsAll(OTHERS);
        for (String word : words) {
            if (OTHERS.contains(word)) {
                assertThat(FOLDER.resolve(word + ".txt")).exists();
            } else if (!word.equals("help")) {
                for (String ask : List.of("--help", "-help", "-h")) {
                    assertThat(run(word, ask)).as("%s %s", word, ask).isZero();
                    compare(word, printed());
                }
            }
        }
    }

    private static void compare(String word, String text) throws IOException {
        Path file = FOLDER.resolve(word + ".txt");
        if ("write".equals(System.getProperty("claviger.golden"))) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("-Dclaviger.golden=write writes it")
                .isEqualTo(text);
    }

    private int run(String... words) {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Commands.run(
                new Surroundings(
                        () -> Samples.NOW,
                        Map.of(),
                        new ByteArrayInputStream(new byte[0]),
                        stream,
                        stream,
                        _ -> Optional.empty(),
                        _ -> {}),
                words);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
