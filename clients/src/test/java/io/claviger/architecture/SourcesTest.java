package io.claviger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sources of a module may name: words that no import shows. */
class SourcesTest {

    /** AWS and its services, also as a part of a word. */
    private static final Pattern SERVICE = Pattern.compile("(?<![A-Z])(AWS|IAM|STS)(?![A-Z])|(?i:amazon)");

    /** The examples of PowerShell's own cmdlets are lines that the users of these cmdlets type. */
    private static final Pattern EXAMPLE = Pattern.compile("\\.withExample\\(.*");

    /** The lines of a module's sources that name a service, with their files. */
    private static List<String> namingAService(String module) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main"))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(SourcesTest::namingAService)
                    .toList();
        }
    }

    private static Stream<String> namingAService(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> SERVICE.matcher(EXAMPLE.matcher(line).replaceAll(""))
                            .find())
                    .map(line -> file.getFileName() + ": " + line.strip());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"powershell", "core-cmdlets"})
    void theLanguageAndPowerShellsOwnCmdletsNameNoService(String module) throws IOException {
        assertThat(namingAService(module)).isEmpty();
    }

    @Test
    void theSearchFindsServicesWhereTheyAreNamed() throws IOException {
        assertThat(namingAService("cmdlets")).hasSizeGreaterThan(100);
    }
}
