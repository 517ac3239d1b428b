package io.claviger.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.cmdlets.aws.ServiceCmdlets;
import io.claviger.corecmdlets.CoreCmdlets;
import io.claviger.powershell.golden.TabKey;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.Suggestions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Tab key offers of the services' answers. */
class PropertySuggestionsTest {

    private static Session session() {
        return TabKey.session(new ServiceCmdlets(), CoreCmdlets.source());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Get-IAMUserList | Where-Object us~UserId,UserName",
                "Get-IAMUserList | Sort-Object Path | Select-Object UserName, cr~CreateDate",
                "Get-IAMUserList | Group-Object -Property pat~Path",
                "$u = Get-IAMUserList -PathPrefix '/a|b/' | Format-Table Ar~Arn",
                "1 | ForEach-Object { Get-IAMRoleList | Select-Object -ExpandProperty RoleI~RoleId",
                "Get-IAMUserList | Where-Object { $_.UserN~$_.UserName",
                "Get-IAMUserList | ForEach-Object { Get-IAMAccessKey $_.UserN~$_.UserName",
                "Get-IAMUserList | % { Get-IAMAccessKey $_.UserName | ? { $_.Stat~$_.Status",
                "Get-IAMUserList | % { if ($_.Pa~$_.PasswordLastUsed,$_.Path",
                "Get-IAMUserList | % { 'x' }; $_.Pa~",
                "Get-IAMAccountSummary | Where-Object K~",
                "Use-STSRole | Select-Object cre~Credentials",
                "'Get-IAMUserPolicyList alice | Select-Object '~",
                "'Remove-IAMUser alice | Select-Object '~",
                "Select-Object us~",
                "Get-Nothing | Select-Object us~",
                "$o.~$o.Name,$o.Inner",
                "$o.na~$o.Name",
                "$o.Inner.~$o.Inner.Deep",
                "$list.~$list.Name,$list.Inner",
                "$list | Select-Object na~Name",
                "$list | Where-Object { $_.na~$_.Name",
                "$nothing.~",
                "$_.~",
                "$.~",
                "1|Select-Object us~",
                "'Get-IAMUserList | Select-Object UserName, '~Arn,CreateDate,PasswordLastUsed,Path,PermissionsBoundary,Tags,UserId,UserName",
                "Get-IAMUserList | Select-Object -First 1 -ExpandProperty pat~Path",
            })
    void offersTheProperties(String line, String candidates) {
        try (Session session = session()) {
            session.run("$o = [pscustomobject]@{Name=1;Inner=[pscustomobject]@{Deep=1}}; $list = $o, $o");
            assertThat(TabKey.candidates(session, line)).isEqualTo(candidates == null ? "" : candidates);
        }
    }

    @Test
    void neverThrowsAndReplacesWhatIsThere() {
        String[] pieces = {
            "$",
            "$_",
            "$o",
            ".",
            ",",
            " ",
            "|",
            "{",
            "}",
            "(",
            ")",
            "'",
            "\"",
            "=",
            ";",
            "\n",
            "-",
            "@",
            "#",
            ":",
            "env:",
            "Get-IAMUserList",
            "Select-Object",
            "-Property",
            "Where-Object",
            "%",
            "Na",
            "é",
            "\ud83d",
            "..",
            "$o.Inner."
        };
        Random random = new Random(7);
        try (Session session = session()) {
            session.run("$o = [pscustomobject]@{Name=1;Inner=[pscustomobject]@{Deep=1}}");
            for (int round = 0; round < 20_000; round++) {
                StringBuilder line = new StringBuilder();
                for (int n = random.nextInt(12); n >= 0; n--) {
                    line.append(pieces[random.nextInt(pieces.length)]);
                }
                int cursor = random.nextInt(line.length() + 1);
                assertThat(Suggestions.at(session.state(), line.toString(), cursor)
                                .start())
                        .as(line.toString())
                        .isBetween(0, cursor);
            }
        }
    }
}
