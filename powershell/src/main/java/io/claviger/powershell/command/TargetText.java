package io.claviger.powershell.command;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The target of an operation, as the question about it names it. */
public final class TargetText {

    private static final int NAMED = 10;

    private TargetText() {}

    /**
     * The value: of a list, the first ten items and how many more there are; empty without a value.
     */
    public static String of(@Nullable Object value) {
        List<@Nullable Object> values = Conversion.toList(value);
        String named = values.stream().limit(NAMED).map(Text::of).collect(Collectors.joining(", "));
        return values.size() > NAMED ? named + " (plus " + (values.size() - NAMED) + " more)" : named;
    }
}
