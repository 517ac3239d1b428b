package io.claviger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.architecture.Repository.Source;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read has plain words: pages, help, messages, comments. Tests may say what they like. */
class WordsTest {

    /** CONTRIBUTING.md names some of them, each in asterisks. */
    private static final Pattern NOT_PLAIN = Pattern.compile(
            "(?<!\\*)\\b(tells|anew|whoever|whomever|whatsoever|whence|hence|thus|shall|lest|whilst|albeit|wherein|thereof"
                    + "|thereby|hereby|utilize|leverage|seamless(ly)?)\\b(?!\\*)",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> TITLES_OF_OTHERS = List.of("Be Whoever You Want to Be");

    private static final Pattern READ_BY_PEOPLE = Pattern.compile(
            "[^/]+\\.md|claviger|(docs|bin|scripts|bench|\\.ci)/.*|console/(src|tests|build)/.*|[^/]+/src/main/.*");

    /** A script that makes tables is not changed once it is released, not even its comments. */
    private static final Pattern NO_TEXT = Pattern.compile(".*\\.(png|svg|deflate|jvm|sql)");

    @Test
    void whatPeopleReadHasPlainWords() {
        List<Source> sources = Repository.files(path ->
                READ_BY_PEOPLE.matcher(path).matches() && !NO_TEXT.matcher(path).matches());
        assertThat(sources)
                .extracting(Source::path)
                .contains("README.md", "docs/roles.md", "bin/help/start.txt", "scripts/fuzz", "console/src/main.tsx");
        assertThat(sources.stream().flatMap(WordsTest::found)).isEmpty();
    }

    private static Stream<String> found(Source source) {
        List<String> lines = source.text().lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(line ->
                        words(lines.get(line)).map(word -> source.path() + ":" + (line + 1) + " has the word " + word));
    }

    private static Stream<String> words(String line) {
        String own = TITLES_OF_OTHERS.stream().reduce(line, (rest, title) -> rest.replace(title, ""));
        Matcher words = NOT_PLAIN.matcher(own);
        return words.results().map(word -> word.group());
    }

    @Test
    void suchAWordIsFound() {
        assertThat(found(new Source("a", "It *tells* nothing.\nIt tells Whoever asks.")))
                .containsExactly("a:2 has the word tells", "a:2 has the word Whoever");
    }
}
