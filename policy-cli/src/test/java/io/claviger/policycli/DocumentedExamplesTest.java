package io.claviger.policycli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of the documentation, run with the files that it shows. With the system property
 * {@code claviger.transcripts=write} their answers are written anew.
 */
class DocumentedExamplesTest {

    private static final Path PAGE = Path.of("../docs/policy-command.md");
    private static final Pattern FILE = Pattern.compile("`([a-z]+\\.json)`:\\n\\n```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CONSOLE = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);
    private static final boolean WRITING = "write".equals(System.getProperty("claviger.transcripts"));

    @TempDir
    Path directory;

    private String page = "";

    @BeforeEach
    void writeFilesThatThePageShows() throws IOException {
        page = Files.readString(PAGE);
        Matcher file = FILE.matcher(page);
        while (file.find()) {
            Files.writeString(directory.resolve(file.group(1)), file.group(2));
        }
    }

    @Test
    void examplesAnswerAsThePageSays() throws IOException {
        Matcher console = CONSOLE.matcher(page);
        StringBuilder replayed = new StringBuilder();
        int examples = 0;
        while (console.find()) {
            StringBuilder block = new StringBuilder("```console\n");
            for (String line : console.group(1).lines().toList()) {
                if (line.startsWith("$ ")) {
                    examples++;
                    block.append(line).append('\n');
                    CommandLine.parse(line.substring(2))
                            .run(directory)
                            .both()
                            .lines()
                            .forEach(answer ->
                                    block.append(answer.stripTrailing()).append('\n'));
                }
            }
            console.appendReplacement(replayed, Matcher.quoteReplacement(block + "```"));
        }
        console.appendTail(replayed);
        if (WRITING) {
            Files.writeString(PAGE, replayed.toString());
        }
        assertThat(examples).isGreaterThan(6);
        assertThat(replayed.toString()).isEqualTo(page);
    }

    @Test
    void contextFileOfThePageIsUnderstood() throws IOException {
        CommandLine.Outcome outcome = CommandLine.parse(
                        "./claviger policy decide --policy alice.json --action ec2:CreateTags"
                                + " --context-file request.json --context aws:SourceIp=192.0.2.9 --json")
                .run(directory);
        assertThat(outcome.out())
                .contains("\"aws:TagKeys\" : [ \"team\", \"stage\" ]", "\"aws:SecureTransport\" : \"true\"");
    }
}
