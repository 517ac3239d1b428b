package io.claviger.corecmdlets;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fuzz target itself, with bytes, pieces of texts and words of chance. */
class LanguageFuzzTest {

    private static final List<String> PIECES = List.of(
            "if",
            " ",
            "(",
            ")",
            "{",
            "}",
            "$x",
            "$",
            "@",
            "@{",
            "@(",
            "'",
            "\"",
            "\n",
            "|",
            ";",
            ",",
            "-eq",
            "-Name",
            "1",
            "..",
            ".",
            "[int]",
            "[",
            "]",
            "foreach",
            "in",
            "try",
            "catch",
            "function f",
            "param(",
            "=",
            "+=",
            "+",
            "-",
            "!",
            "`",
            "#",
            "<#",
            "#>",
            "$(",
            "@'\n",
            "\n'@",
            "Get-IAMUserList",
            "while",
            "do",
            "until",
            "return",
            "&",
            ">",
            "2>",
            "::",
            "?.",
            "$env:",
            "throw",
            "exit",
            "else",
            "finally",
            "-not",
            "-join",
            "0x1F",
            "1kb",
            ":",
            "--",
            "é",
            "\u0000");

    @ParameterizedTest
    @CsvSource({"0, 20000, 40", "4, 300, 60", "4, 400, 8", "255, 5000, 40"})
    void whateverIsChosenHasAnAnswer(int kind, int rounds, int longest) {
        Random random = new Random(20_261_125L + kind + longest);
        for (int round = 0; round < rounds; round++) {
            byte[] input = new byte[1 + random.nextInt(longest)];
            random.nextBytes(input);
            input[0] = (byte) kind;
            LanguageFuzz.fuzzerTestOneInput(input);
        }
    }

    @Test
    void everyTextHasAnAnswer() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(24);
            for (int i = 0; i < length; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            LanguageFuzz.fuzzerTestOneInput(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyCommandLineIsBoundOrRefusedWithASentence() {
        List<String> words = List.of(
                "Remove-IAMAccessKey",
                "Where-Object",
                "Select-Object",
                "Add-IAMUserTag",
                "ConvertTo-Json",
                "Get-Date",
                "|",
                "-",
                "-UserName",
                "-A",
                "-Confirm:$false",
                "-Confirm:",
                "-First",
                "-Force:x",
                "-ea",
                "-ErrorAction",
                "Stop",
                "x",
                "1",
                "1,2",
                "@{}",
                "{ 1 }",
                "$null",
                "''",
                "-Property",
                "-eq",
                "-Status",
                "Active",
                "2026-01-01",
                "007",
                "@x",
                "1e999",
                "-OutVariable",
                "+v",
                "-ov:",
                "-Index",
                "-Tag");
        Random random = new Random(20_261_124);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(9);
            for (int i = 0; i < length; i++) {
                text.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            LanguageFuzz.fuzzerTestOneInput(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
