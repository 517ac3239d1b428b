package io.claviger.cmdlets.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTextsTest {

    /** With {@code -Dclaviger.golden=write} it writes them there. */
    @ParameterizedTest
    @ValueSource(strings = {Invocation.RUN, Invocation.SHELL})
    void theLauncherShowsTheSame(String word) throws IOException {
        Path file = Path.of("..", "bin", "help", word + ".txt");
        if ("write".equals(System.getProperty("claviger.golden"))) {
            Files.writeString(file, UsageTexts.of(word));
        }
        assertThat(Files.readString(file))
                .as("-Dclaviger.golden=write writes it")
                .isEqualTo(UsageTexts.of(word));
    }
}
