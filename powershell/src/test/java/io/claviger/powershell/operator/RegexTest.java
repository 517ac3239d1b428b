package io.claviger.powershell.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regular expressions mean what they mean in .NET. */
class RegexTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "zoë~^\\w+$",
                "٣~^\\d$",
                "a{b~a{b",
                "x{,2}~x{,2}",
                "ab[~^[a[b]+$",
                "]~^[]]$",
                "bcd~^[a-z-[aeiou]]+$",
                "a&b~[a&&b]&",
                "Дом~^\\p{IsCyrillic}+$",
                "aa~^(?<first_name>a)\\k<first_name>$",
                "aba~^(?<2>a)(b)\\k<2>$",
                "a-b~[a\\-z]-b"
            })
    void matches(String text, String pattern) {
        assertThat(Patterns.match(text, pattern, true)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"a, ^[a-z-[aeiou]]$", "a\u0085b, ^a$", "ab, ^[b-z]"})
    void doesNotMatch(String text, String pattern) {
        assertThat(Patterns.match(text, pattern, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "abc~b~$9~a$9c",
                "abc~b~$10~a$10c",
                "abc~(b)~${1}0~ab0c",
                "abc~(?<x>b)~${x}${y}~ab${y}c",
                "abc~b~$$1~a$1c",
                "abc~b~\\n~a\\nc",
                "abc~(b)(z)?~[$2]~a[]c",
                "abc~b~$_~aabcc"
            })
    void isReplacedAsInDotNet(String text, String pattern, String by, String wanted) {
        assertThat(new Replacement(Patterns.compile(pattern, true), by).in(text, Integer.MAX_VALUE))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a++~Nested quantifier '+'.",
                "(?:~Not enough )'s.",
                "+a~Quantifier '+' following nothing.",
                "\\h~Unrecognized escape sequence \\h.",
                "[b-a]~[x-y] range in reverse order.",
                "\\2(a)~Reference to undefined group number 2.",
                "(?(1)a|b)~Conditions are not supported.",
                "(?n:a)~The option n is not supported."
            })
    void isRefusedInDotNetsWords(String pattern, String why) {
        assertThatThrownBy(() -> Patterns.match("a", pattern, true)).hasMessageContaining(why);
    }
}
