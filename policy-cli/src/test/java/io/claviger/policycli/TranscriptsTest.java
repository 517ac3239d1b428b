package io.claviger.policycli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Command lines and all that they answer, in files: after a line {@code $ command}, standard output with {@code | } before
 * each line, standard error with {@code ! }, and the exit status after {@code = }. An escape character is written
 * {@code <ESC>}. With the system property {@code claviger.transcripts=write} the files are written anew, to be read before
 * they are committed.
 */
class TranscriptsTest {

    private static final Path DIRECTORY = Path.of("src/test/resources/policy-command");
    private static final boolean WRITING = "write".equals(System.getProperty("claviger.transcripts"));

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".transcript")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void commandsAnswerAsTheyDid(Path file) throws IOException {
        String before = Files.readString(file);
        String now = replayed(before);
        if (WRITING) {
            Files.writeString(file, now);
        }
        assertThat(now).isEqualTo(before);
    }

    @Test
    void manyCommandLinesAreTried() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path file : files().toList()) {
            Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("$ "))
                    .forEach(commands::add);
        }
        assertThat(commands).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    }

    private static String replayed(String transcript) throws IOException {
        StringBuilder now = new StringBuilder();
        for (String line : transcript.lines().toList()) {
            if (line.startsWith("$ ")) {
                CommandLine.Outcome outcome =
                        CommandLine.parse(line.substring(2)).run(DIRECTORY);
                now.append(line).append('\n');
                append(now, "| ", outcome.out());
                append(now, "! ", outcome.err());
                now.append("= ").append(outcome.status()).append("\n\n");
            } else if (line.startsWith("#")) {
                now.append(line).append('\n');
            }
        }
        return now.toString();
    }

    private static void append(StringBuilder now, String mark, String text) {
        text.replace("\u001b", "<ESC>")
                .lines()
                .forEach(line -> now.append((mark + line).stripTrailing()).append('\n'));
    }
}
