package io.claviger.cmdlets.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Parsed;
import io.claviger.powershell.language.Parser;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a shell's words the language reads, and which are text. */
class ShellWordsTest {

    private static final ShellWords WORDS = new ShellWords("Where-Object"::equalsIgnoreCase);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-UserName",
                "-Force:$true",
                "-Path:/dev/",
                "alice",
                "/dev/",
                "alice@example.org",
                "arn:aws:iam::123456789012:user/alice",
                "5",
                "007",
                "$true",
                "$null",
                "$env:NAME",
                "UserName,Path",
                "a*",
                "*",
                "@{Key='a';Value='b'}",
                "@{Key='a b';Value=$env:TEAM},@{Key='c';Value=\"d\"}",
                "@('a','b')",
            })
    void whatTheLanguageReadsAsOneTokenStays(String word) {
        assertThat(WORDS.line(List.of("Get-IAMUser", word))).isEqualTo("Get-IAMUser " + word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "a b~'a b'",
                "it's~'it''s'",
                "'alice'~'''alice'''",
                "$ecret~'$ecret'",
                "a$b~'a$b'",
                "a`b~'a`b'",
                "$(Remove-IAMUser bob -Force)~'$(Remove-IAMUser bob -Force)'",
                "(Get-IAMUserList).Count~'(Get-IAMUserList).Count'",
                "@(Get-IAMUserList)~'@(Get-IAMUserList)'",
                "@{a=$(1)}~'@{a=$(1)}'",
                "@{a=b}~'@{a=b}'",
                "@alice~'@alice'",
                "{ $_.Path }~'{ $_.Path }'",
                "{}~'{}'",
                ";~';'",
                "&~'&'",
                ">~'>'",
                "#no~'#no'",
                "<#~'<#'",
                "--%~'--%'",
                "-Value:a b~-Value:'a b'",
                "-Value:$(1)~-Value:'$(1)'",
                "[int]5~[int]5",
            })
    void anythingElseIsText(String word, String argument) {
        assertThat(WORDS.line(List.of("Get-IAMUser", word))).isEqualTo("Get-IAMUser " + argument);
    }

    @Test
    void jsonIsText() {
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
        assertThat(WORDS.line(List.of("New-IAMPolicy", "-PolicyDocument", policy)))
                .isEqualTo("New-IAMPolicy -PolicyDocument '" + policy + "'");
        assertThat(WORDS.line(List.of("New-IAMPolicy", "{\n}"))).isEqualTo("New-IAMPolicy '{\n}'");
    }

    @Test
    void aPipeBeginsAnotherCommand() {
        assertThat(WORDS.line(List.of("Get-IAMUserList", "|", "Where-Object", "Path", "-eq", "/dev/")))
                .isEqualTo("Get-IAMUserList | Where-Object Path -eq /dev/");
    }

    @Test
    void aBlockStaysWhereTheCommandTakesOne() {
        assertThat(WORDS.line(List.of("Get-IAMUserList", "|", "where-object", "{ $_.Path -eq '/dev/' }")))
                .isEqualTo("Get-IAMUserList | where-object { $_.Path -eq '/dev/' }");
    }

    @Test
    void aCommandsNameIsNeverWorkedOut() {
        assertThat(WORDS.line(List.of("$(evil)", "x"))).isEqualTo("& '$(evil)' x");
    }

    @Test
    void whateverAWordIsItStaysOneArgumentThatRunsNothing() {
        Random random = new Random(20260102);
        String alphabet = "a-$@(){}[]'\"`|;:,&<># \n*\\=.%0x";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder word = new StringBuilder();
            int length = random.nextInt(1, 12);
            for (int i = 0; i < length; i++) {
                word.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (word.toString().equals("|")) {
                continue;
            }
            String line = WORDS.line(List.of("Get-IAMUser", word.toString()));
            Parsed parsed = Parser.parse(new Source("", line));
            assertThat(parsed).as(line).isInstanceOf(Parsed.Script.class);
            List<Statement> statements = Objects.requireNonNull(
                            ((Parsed.Script) parsed).body().end())
                    .statements();
            assertThat(statements).as(line).hasSize(1);
            List<Command> elements = ((Statement.Pipeline) statements.getFirst()).elements();
            assertThat(elements).as(line).hasSize(1);
            List<Command.Argument> arguments = ((Command.Call) elements.getFirst()).arguments();
            assertThat(arguments).as(line).hasSize(1);
            assertThat(value(arguments.getFirst()))
                    .as(line)
                    .isNotInstanceOfAny(
                            Expression.Inner.class,
                            Expression.Parenthesized.class,
                            Expression.Script.class,
                            Expression.Method.class);
        }
    }

    private static Object value(Command.Argument argument) {
        return switch (argument) {
            case Command.Argument.Plain plain -> plain.value();
            case Command.Argument.Named named -> Objects.requireNonNullElse(named.value(), "a switch");
            case Command.Argument.Splatted splatted -> throw new AssertionError(splatted);
        };
    }
}
