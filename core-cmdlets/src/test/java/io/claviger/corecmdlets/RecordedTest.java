package io.claviger.corecmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real PowerShell 7.6.9 printed is what the shell prints, except where it differs on purpose. */
class RecordedTest {

    private static Map<String, String> purposes = Map.of();
    private static RecordedCases cases;

    @BeforeAll
    static void run() throws IOException {
        purposes = RecordedCases.listed(RecordedCases.FOLDER.resolve("on-purpose.tsv"));
        cases = RecordedCases.of(RecordedCases.FOLDER, purposes);
    }

    @Test
    void nothingDiffersButWhatIsListed() throws IOException {
        // The list of what still has to be mended only shrinks, and ends empty.
        Set<String> known = new TreeSet<>(RecordedCases.lines(RecordedCases.FOLDER.resolve("different.tsv")));
        Set<String> found = new TreeSet<>();
        cases.different().forEach(one -> found.add(one.place()));
        assertThat(found).isEqualTo(known);
    }

    @Test
    void whatIsListedAsDifferentOnPurposeDiffers() {
        assertThat(cases.onPurpose().keySet()).isEqualTo(purposes.keySet());
    }

    @Test
    void eachKindOfDifferenceHasItsSentence() throws IOException {
        String page = Files.readString(Path.of("../docs/cmdlet-language.md"));
        assertThat(Set.copyOf(purposes.values()))
                .allSatisfy(kind -> assertThat(page).contains("**" + kind));
    }
}
