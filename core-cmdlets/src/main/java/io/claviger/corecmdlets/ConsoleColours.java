package io.claviger.corecmdlets;

import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The colours of a console. They are checked, and have no effect. */
final class ConsoleColours {

    private static final List<String> NAMES = List.of(
            "Black",
            "DarkBlue",
            "DarkGreen",
            "DarkCyan",
            "DarkRed",
            "DarkMagenta",
            "DarkYellow",
            "Gray",
            "DarkGray",
            "Blue",
            "Green",
            "Cyan",
            "Red",
            "Magenta",
            "Yellow",
            "White");

    /** The type of a parameter that takes one. */
    static final ParameterType TYPE = ParameterType.of("System.ConsoleColor", ConsoleColours::named);

    private ConsoleColours() {}

    private static Object named(@Nullable Object value) {
        String given = Text.of(value);
        return NAMES.stream()
                .filter(given::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> Conversion.impossible(
                        value,
                        "System.ConsoleColor",
                        "Unable to match the identifier name " + given
                                + " to a valid enumerator name. Specify one of the following enumerator names and try"
                                + " again:\n" + String.join(", ", NAMES)));
    }
}
