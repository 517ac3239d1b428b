package io.claviger.corecmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.golden.GoldenCases;
import io.claviger.powershell.golden.SampleCmdlets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** PowerShell's own cmdlets, and the language in lines with them. */
class GoldenTest {

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> commandLinesPrintWhatPowerShellPrints() throws IOException {
        return new GoldenCases(temporary, List.of(SampleCmdlets.source(), CoreCmdlets.source())).tests();
    }

    @Test
    void thereAreCasesToRun() throws IOException {
        assertThat(GoldenCases.files()).isGreaterThan(3);
    }
}
