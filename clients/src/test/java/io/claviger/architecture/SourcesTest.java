package io.claviger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sources of a module may name: words that no import shows. */
class SourcesTest {

    /** AWS and its services, also as a part of a word. */
    private static final Pattern SERVICE =
            Pattern.compile("(?<![A-Z])(AWS|IAM|STS)(?![A-Z])|Aws|Iam[A-Z]|Sts[A-Z]|arn:aws|(?i:amazon)");

    /** The examples of PowerShell's own cmdlets are lines that the users of these cmdlets type. */
    private static final Pattern EXAMPLE = Pattern.compile("\\.withExample\\(.*");

    /** The lines of a module's sources that name a service, with their files. */
    private static List<String> namingAService(String module) {
        return Repository.files(path -> path.startsWith(module + "/src/main/")).stream()
                .flatMap(source -> source.text()
                        .lines()
                        .filter(line -> SERVICE.matcher(EXAMPLE.matcher(line).replaceAll(""))
                                .find())
                        .map(line -> source.path() + ": " + line.strip()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"powershell", "core-cmdlets"})
    void theLanguageAndPowerShellsOwnCmdletsNameNoService(String module) {
        assertThat(namingAService(module)).isEmpty();
    }

    @Test
    void theSearchFindsServicesWhereTheyAreNamed() {
        assertThat(namingAService("cmdlets")).hasSizeGreaterThan(100);
    }
}
