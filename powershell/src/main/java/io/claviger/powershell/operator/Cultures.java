package io.claviger.powershell.operator;

import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import org.jspecify.annotations.Nullable;

/** The two cultures there are: the invariant one and en-US, which write numbers alike. */
final class Cultures {

    static final String TYPE = "System.Globalization.CultureInfo";

    private static final ObjectType CULTURE = ObjectType.named(TYPE);

    private Cultures() {}

    static ShellObject named(@Nullable Object name) {
        String given = Text.of(name);
        if (!given.isEmpty() && !given.equalsIgnoreCase("en-US")) {
            throw OperatorErrors.argument(
                    "The culture '" + given + "' is not supported; en-US and the invariant one are.");
        }
        return new ShellObject(CULTURE)
                .with("Name", given.isEmpty() ? "" : "en-US")
                .with(
                        "DisplayName",
                        given.isEmpty() ? "Invariant Language (Invariant Country)" : "English (United States)")
                .saying(given.isEmpty() ? "" : "en-US");
    }
}
