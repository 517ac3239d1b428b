package io.claviger.powershell.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The language without PowerShell's own cmdlets, with cmdlets that are shaped like AWS's. */
class GoldenTest {

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> commandLinesPrintWhatPowerShellPrints() throws IOException {
        return new GoldenCases(temporary, List.of(SampleCmdlets.source())).tests();
    }

    @Test
    void thereAreCasesToRun() throws IOException {
        assertThat(GoldenCases.files()).isGreaterThan(3);
    }
}
