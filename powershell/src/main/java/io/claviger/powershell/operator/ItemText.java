package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of arrays as text, which {@code -join} and texts with arrays in them need. */
public final class ItemText {

    private ItemText() {}

    /** The items as text, with the separator between them. */
    public static String joined(@Nullable Object items, String separator) {
        StringBuilder joined = new StringBuilder();
        boolean first = true;
        for (Object item : Conversion.toList(items)) {
            joined.append(first ? "" : separator).append(item instanceof List<?> ? TypeNames.of(item) : Text.of(item));
            Bounds.text(joined.length());
            first = false;
        }
        return joined.toString();
    }
}
