package io.claviger.powershell.command;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a question names as the target of an operation. */
public final class Target {

    private static final int NAMED = 10;

    private Target() {}

    /** The value as AWS Tools name it: of a list the first ten items, and how many more there are; empty for none. */
    public static String of(@Nullable Object value) {
        List<@Nullable Object> values = Conversion.toList(value);
        String named = values.stream().limit(NAMED).map(Text::of).collect(Collectors.joining(", "));
        return values.size() > NAMED ? named + " (plus " + (values.size() - NAMED) + " more)" : named;
    }
}
