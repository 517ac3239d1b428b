package io.claviger.cmdlets.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command line asks for. */
class InvocationTest {

    static Stream<Arguments> understood() {
        return Stream.of(
                Arguments.of(List.of("(Get-IAMUserList).Count"), new Invocation.Line("(Get-IAMUserList).Count", false)),
                Arguments.of(List.of("-NonInteractive", "1 + 1"), new Invocation.Line("1 + 1", true)),
                Arguments.of(
                        List.of("Get-IAMUser", "-UserName", "run"),
                        new Invocation.Command(List.of("Get-IAMUser", "-UserName", "run"), false)),
                Arguments.of(List.of("run", "a.ps1"), new Invocation.Script("a.ps1", List.of(), false)),
                Arguments.of(
                        List.of("run", "-noninteractive", "a.ps1", "-NonInteractive", "--help"),
                        new Invocation.Script("a.ps1", List.of("-NonInteractive", "--help"), true)),
                Arguments.of(
                        List.of("run", "-NonInteractive", "-", "x"), new Invocation.Script("-", List.of("x"), true)),
                Arguments.of(List.of("run", "--help"), new Invocation.Help("run")),
                Arguments.of(List.of("shell", "--help"), new Invocation.Help("shell")),
                Arguments.of(List.of("shell"), new Invocation.Prompt()));
    }

    @ParameterizedTest
    @MethodSource
    void understood(List<String> arguments, Invocation meant) {
        assertThat(Invocation.of(arguments)).isEqualTo(meant);
    }

    static Stream<Arguments> notUnderstood() {
        return Stream.of(
                Arguments.of(List.of(), "a cmdlet is missing"),
                Arguments.of(List.of("run"), "a script is missing"),
                Arguments.of(List.of("run", "-x", "a.ps1"), "no option -x"),
                Arguments.of(List.of("shell", "a.ps1"), "it takes no arguments"));
    }

    @ParameterizedTest
    @MethodSource
    void notUnderstood(List<String> arguments, String why) {
        assertThatThrownBy(() -> Invocation.of(arguments))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(why);
    }
}
