package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.claviger.clients.Guide.Block;
import io.claviger.clients.Guide.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README and the guides have their reader type is typed here, and does what they say that it does. */
class GuidesTest {

    private static final String THEIR_CI =
            "is a sketch of the reader's own CI, with their files; the server's tests run these commands with files of theirs";

    /** What the pages show and this test does not type, by its line, and why not. */
    private static final Map<String, String> NOT_TYPED = Map.of(
            "./claviger start     # builds when needed, signs up for the account, serves on http://127.0.0.1:7080",
            "would use the data directory of whoever runs the tests; the guides' other lines start it elsewhere",
            "./claviger test      # all tests",
            "is what runs this",
            "./claviger start",
            "would use the data directory of whoever runs the tests",
            "./claviger shell",
            "waits for its reader; docs/walkthrough.md opens it",
            "bench/run all",
            "takes an hour and wants a quiet machine",
            "./claviger policy validate --strict policies/*.json",
            THEIR_CI,
            "./claviger policy decide --policy policies/deploy.json --action s3:PutObject --resource arn:aws:s3:::releases/app.tgz",
            THEIR_CI,
            "status=0",
            THEIR_CI,
            "./claviger policy decide --policy policies/deploy.json --action 'iam:*' > denied.txt || status=$?",
            THEIR_CI,
            "test \"$status\" -eq 1 && ! grep -q ALLOWED denied.txt",
            THEIR_CI);

    @TempDir
    private Path directory = Path.of("");

    @TestFactory
    Stream<DynamicTest> readme() throws Exception {
        return followed("README.md", List.of(List.of("aws", "--version")));
    }

    @TestFactory
    Stream<DynamicTest> operatingGuide() throws Exception {
        return followed("docs/operating.md", List.of(List.of("aws", "--version")));
    }

    @TestFactory
    Stream<DynamicTest> walkthrough() throws Exception {
        return followed("docs/walkthrough.md", List.of(List.of("script", "--version")));
    }

    @TestFactory
    Stream<DynamicTest> shellGuide() throws Exception {
        return followed("docs/shell.md", List.of());
    }

    private Stream<DynamicTest> followed(String page, List<List<String>> needed) throws IOException {
        List<String> missing = needed.stream()
                .filter(command -> Commands.firstThatWorks(List.of(command)).isEmpty())
                .map(List::getFirst)
                .toList();
        if (!missing.isEmpty()) {
            String notTested = Commands.notTested("what " + page + " needs, " + String.join(" and ", missing) + ",");
            return Stream.of(dynamicTest(notTested, () -> Commands.skip(notTested)));
        }
        Reader reader = new Reader(directory);
        return guide(page).steps().stream()
                .map(step -> dynamicTest(name(page, step), () -> follow(reader, page, step)))
                .onClose(reader::close);
    }

    /** The build prints the failure, but not the name of a dynamic test; so the failure tells the name. */
    private static void follow(Reader reader, String page, Step step) throws Exception {
        try {
            reader.follow(step);
        } catch (AssertionError e) {
            throw new AssertionError(name(page, step) + ": " + e.getMessage(), e);
        }
    }

    private static String name(String page, Step step) {
        Block typed = step.typed();
        return page + " line " + typed.line() + ", " + typed.terminal() + ": "
                + typed.lines().getFirst();
    }

    private static Guide guide(String page) throws IOException {
        return Guide.all().stream()
                .filter(guide -> guide.page().equals(page))
                .findAny()
                .orElseThrow(() -> new AssertionError("there is no " + page));
    }

    @Test
    void everyLineThatIsNotTypedHereIsListedWithItsReason() throws IOException {
        List<String> left = Guide.all().stream()
                .flatMap(guide -> guide.blocks().stream())
                .filter(block -> block.isTyped() && block.terminal().isEmpty())
                .flatMap(block -> block.lines().stream())
                .filter(line -> !line.isBlank())
                .toList();

        assertThat(left).isNotEmpty();
        assertThat(NOT_TYPED.keySet()).as("lines that are not typed").containsExactlyInAnyOrderElementsOf(left);
    }

    /** A terminal on a page that nobody follows would be a step that is never done. */
    @Test
    void onlyPagesThatAreFollowedNameTerminals() throws IOException {
        assertThat(Guide.all())
                .filteredOn(guide -> !guide.steps().isEmpty())
                .extracting(Guide::page)
                .containsExactlyInAnyOrder("README.md", "docs/operating.md", "docs/shell.md", "docs/walkthrough.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "```sh alice/aws iam x/```|sh alice true|2",
                "text//    ./claviger start/text|'  true'|3",
                "text//    a list, not code|'  false'|3",
                "```/aws iam x/```|'  true'|2",
                "```json/{}/```|json  false|2"
            })
    void blocksAreFound(String page, String expected, int line) {
        Block block = Guide.blocks(List.of(page.split("/(?!claviger)"))).getFirst();

        assertThat(block.language() + " " + block.terminal() + " " + block.isTyped())
                .isEqualTo(expected);
        assertThat(block.line()).isEqualTo(line);
    }
}
