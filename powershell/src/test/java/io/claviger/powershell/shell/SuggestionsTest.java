package io.claviger.powershell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.golden.SampleCmdlets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Tab key offers. */
class SuggestionsTest {

    private static Session session() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Session(
                new StreamConsole(120, new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, false, false),
                List.of(SampleCmdlets.source()),
                Map.of("CLAVIGER_TEST", "x"),
                Path.of("."),
                Path.of("."),
                Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "New-IAMA~New-IAMAccessKey",
                "get-iamu~Get-IAMUserList",
                "Get-IAMUserList | Remove-IAMA~Remove-IAMAccessKey",
                "$x = Get-IAMAcc~Get-IAMAccessKey",
                "Remove-IAMAccessKey -acc~-AccessKeyId",
                "Remove-IAMAccessKey -Wh~-WhatIf",
                "Add-IAMUserTag alice -Status i~Inactive",
                "'Add-IAMUserTag -Enabled '~$true,$false",
                "Get-IAMUserList -ErrorAction S~SilentlyContinue,Stop",
                "$confirm~$ConfirmPreference",
                "$ENV:CLA~$env:CLAVIGER_TEST",
                "Get-Nothing -X~",
            })
    void offersWhatFits(String line, String candidates) {
        try (Session session = session()) {
            assertThat(String.join(
                            ",",
                            Suggestions.at(session.state(), line, line.length()).candidates()))
                    .isEqualTo(candidates == null ? "" : candidates);
        }
    }

    @Test
    void replacesTheWordAtTheCursor() {
        try (Session session = session()) {
            assertThat(Suggestions.at(session.state(), "Get-IAMUserList | New-IAM", 25)
                            .start())
                    .isEqualTo(18);
        }
    }
}
