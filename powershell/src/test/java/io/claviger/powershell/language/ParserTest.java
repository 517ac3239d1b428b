package io.claviger.powershell.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language: what it takes, what it waits for, what it refuses. */
class ParserTest {

    private static Parsed parse(String text) {
        return Parser.parse(new Source("", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Get-IAMUserList | Where-Object Status -eq Inactive | Remove-IAMAccessKey -Force",
                "(Get-IAMUserList).Count",
                "$k = New-IAMAccessKey -UserName alice; $k.SecretAccessKey",
                "Add-IAMUserTag -Tag @{Key='team';Value='blue'},@{Key=\"a\"; Value = 'b' }",
                "foreach ($u in Get-IAMUserList) { \"$($u.UserName) since $($u.CreateDate)\" }",
                "try { Remove-IAMUser bob -Force } catch [System.Exception] { $_.Exception.Message } finally { 1 }",
                "function Get-It([string]$Name = 'x', $b) { process { $_ } }",
                "function Get-It { param([Parameter(Mandatory, Position = 0)][ValidateSet('a', 'b')]$Name, [switch]$On) $Name }",
                "if ($a -and !$b -or (1..3).Count -ge 2) { 1 } elseif ($c) { 2 } else { 3 }",
                "$h = @{ a = 1\n b = 2; 'c d' = @(1, 2) }; $h.a++; $h['b'] += 2",
                "@'\nit's\n'@ | Out-File x.txt",
                "Get-IAMUser `\n  -UserName alice # comment",
                "1, 2 |\n  ForEach-Object { $_ * 2 }\n| Sort-Object",
                "$x = if ($true) { 1 } else { 2 }",
                "do { $i++ } while ($i -lt 3)",
                "& { param($a) $a } 1",
            })
    void takesWhatPeopleWrite(String text) {
        assertThat(parse(text)).isInstanceOf(Parsed.Script.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if ($true) {",
                "(1 + 2",
                "'abc",
                "\"abc $(1",
                "@'\nabc",
                "Get-IAMUserList |",
                "@{ a = 1",
                "1 +",
                "$x =",
                "foreach ($a in",
                "try { 1 }",
                "<# comment",
                "function f",
                "$a[1",
                "1,"
            })
    void waitsForMoreWhereATextGoesOn(String text) {
        assertThat(parse(text)).isInstanceOf(Parsed.Incomplete.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "class A { }~Classes are not supported.",
                "1 -band 2~The operator '-band' is not supported.",
                "$x::Length~Static members are those of a type that is written out, such as [datetime]::UtcNow.",
                "1 | 2~Expressions are only allowed as the first element of a pipeline.",
                "Get-It | | Out-It~An empty pipe element is not allowed.",
                "if { }~Missing '(' after 'if' in if statement.",
                "}~Unexpected token '}' in expression or statement.",
                "$a:b = 1~Variables of the drive 'a' are not supported; $env:, $global:, $script: and $local: are.",
            })
    void refusesTheRestWithASentenceThatNamesIt(String text, String message) {
        assertThat(parse(text))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class, wrong -> assertThat(wrong.message()).isEqualTo(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "$(", "@(", "{", "@{a=", "\"$(", "-not ", "[int]", "$a[", "if(1){", "!", ",", "1+", "$a.b(", "1|a "
            })
    void nestingAndLengthHaveTheirBounds(String piece) {
        assertThat(parse(piece.repeat(60_000))).isNotInstanceOf(Parsed.Script.class);
    }
}
