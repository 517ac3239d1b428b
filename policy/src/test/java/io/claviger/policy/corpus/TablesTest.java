package io.claviger.policy.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class TablesTest {

    static Stream<String> tables() {
        return Tables.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theFilesAreWhatTheTablesWrite(String name) {
        assertThat(DecisionCorpus.text(name))
                .as("written anew by the main method of Tables")
                .isEqualTo(Tables.all().get(name));
    }

    @Test
    void noFileIsForgotten() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "decisions"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(DecisionCorpus.files().stream()
                            .map(name -> name + ".json")
                            .toList());
        }
    }
}
