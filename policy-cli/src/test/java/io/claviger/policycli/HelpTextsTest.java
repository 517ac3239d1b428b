package io.claviger.policycli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The texts in {@code bin/help}, which the launcher shows. With {@code -Dclaviger.golden=write} they are written. */
class HelpTextsTest {

    private static final Path FOLDER = Path.of("..", "bin", "help");
    private static final Pattern ROW = Pattern.compile("^  (\\w+)\t", Pattern.MULTILINE);

    @Test
    void areThoseOfTheTasks() throws IOException {
        String all = help("--help");
        compare(FOLDER.resolve("policy.txt"), all);
        List<String> tasks = ROW.matcher(all).results().map(row -> row.group(1)).toList();
        assertThat(tasks).contains("decide", "format");
        for (String task : tasks) {
            for (String ask : List.of("--help", "-help", "-h")) {
                compare(FOLDER.resolve("policy").resolve(task + ".txt"), help(task, ask));
            }
        }
    }

    private static String help(String... words) throws IOException {
        CommandLine.Outcome outcome = CommandLine.parse("./claviger policy " + String.join(" ", words))
                .run(Path.of(""));
        assertThat(outcome.status()).isZero();
        return outcome.out();
    }

    private static void compare(Path file, String text) throws IOException {
        if ("write".equals(System.getProperty("claviger.golden"))) {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("-Dclaviger.golden=write writes it")
                .isEqualTo(text);
    }
}
