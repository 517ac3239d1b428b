package io.claviger.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.cmdlets.aws.DiscoveryCmdlets;
import io.claviger.cmdlets.credentials.CredentialCmdlets;
import io.claviger.corecmdlets.CoreCmdlets;
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

/** The cmdlets for credentials and regions, and those that find cmdlets. */
class GoldenTest {

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> commandLinesPrintWhatPowerShellPrints() throws IOException {
        return new GoldenCases(
                        temporary,
                        List.of(
                                SampleCmdlets.source(),
                                CoreCmdlets.source(),
                                CredentialCmdlets.source(),
                                DiscoveryCmdlets.source()))
                .tests();
    }

    @Test
    void thereAreCasesToRun() throws IOException {
        assertThat(GoldenCases.files()).isPositive();
    }
}
