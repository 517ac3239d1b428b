package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.TimeSpanText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Values as spans of time: a number counts ticks, and a text is read as .NET reads it. */
final class Spans {

    private static final String TYPE = "System.TimeSpan";

    private static final int TICKS_A_SECOND = 10_000_000;
    private static final int NANOS_A_TICK = 100;

    private Spans() {}

    static Duration of(@Nullable Object value) {
        return switch (value) {
            case Duration same -> same;
            case Number ticks -> ofTicks(Conversion.toLong(ticks));
            case String text ->
                TimeSpanText.parse(text).orElseThrow(() -> Conversion.impossible(text, TYPE, TimeSpanText.why(text)));
            case null, default -> throw Conversion.impossible(value, TYPE, "");
        };
    }

    /** How many ticks a span has, of 100 nanoseconds each. */
    static long ticks(Duration span) {
        return span.getSeconds() * TICKS_A_SECOND + span.getNano() / NANOS_A_TICK;
    }

    /** A span of so many ticks. */
    static Duration ofTicks(long ticks) {
        return Duration.ofSeconds(ticks / TICKS_A_SECOND, ticks % TICKS_A_SECOND * NANOS_A_TICK);
    }
}
