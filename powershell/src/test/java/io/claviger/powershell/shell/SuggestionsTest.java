package io.claviger.powershell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.golden.SampleCmdlets;
import io.claviger.powershell.golden.TabKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Tab key offers. */
class SuggestionsTest {

    private static Session session() {
        return TabKey.session(SampleCmdlets.source());
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
            assertThat(TabKey.candidates(session, line)).isEqualTo(candidates == null ? "" : candidates);
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
