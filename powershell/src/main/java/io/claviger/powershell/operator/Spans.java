package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.TimeSpanText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Values as spans of time: a number counts ticks, and a text is read as .NET reads it. */
final class Spans {

    private static final String TYPE = "System.TimeSpan";

    private Spans() {}

    static Duration of(@Nullable Object value) {
        return switch (value) {
            case Duration same -> same;
            case Number ticks -> TimeArithmetic.ofTicks(Conversion.toLong(ticks));
            case String text ->
                TimeSpanText.parse(text).orElseThrow(() -> Conversion.impossible(text, TYPE, TimeSpanText.why(text)));
            case null, default -> throw Conversion.impossible(value, TYPE, "");
        };
    }
}
