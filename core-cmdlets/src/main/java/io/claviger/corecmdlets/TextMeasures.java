package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.util.List;
import java.util.StringTokenizer;
import java.util.function.ToIntFunction;

/** The counts of {@code Measure-Object -Line -Word -Character}. */
final class TextMeasures {

    private static final ObjectType COUNTS = ObjectType.named("Microsoft.PowerShell.Commands.TextMeasureInfo");

    private TextMeasures() {}

    static ShellObject measure(Arguments arguments, String property, List<Object> values) {
        ShellObject counts = new ShellObject(COUNTS);
        counts.with("Lines", arguments.flag("Line") ? (Object) sum(values, TextMeasures::lines) : null);
        counts.with("Words", arguments.flag("Word") ? (Object) sum(values, TextMeasures::words) : null);
        counts.with(
                "Characters",
                arguments.flag("Character")
                        ? (Object)
                                sum(values, arguments.flag("IgnoreWhiteSpace") ? TextMeasures::visible : String::length)
                        : null);
        return counts.with("Property", property.isEmpty() ? null : property);
    }

    private static int sum(List<Object> values, ToIntFunction<String> count) {
        return values.stream()
                .mapToInt(value -> count.applyAsInt(Text.of(value)))
                .sum();
    }

    private static int lines(String text) {
        int ended = (int) text.chars().filter(one -> one == '\n').count();
        return text.isEmpty() || text.endsWith("\n") ? ended : ended + 1;
    }

    private static int words(String text) {
        return new StringTokenizer(text).countTokens();
    }

    private static int visible(String text) {
        return (int) text.chars().filter(one -> !Character.isWhitespace(one)).count();
    }
}
