package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code $items.Where({ }, mode, count)}, as <a
 * href="https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_arrays">about_Arrays</a> has
 * it.
 */
final class Filtering {

    private Filtering() {}

    static List<@Nullable Object> of(
            List<@Nullable Object> items, ScriptBlock block, List<@Nullable Object> arguments) {
        String mode = Text.of(arguments.get(1)).toLowerCase(Locale.ROOT);
        int count = arguments.size() > 2 ? Conversion.toInteger(arguments.get(2)) : 0;
        int most = count > 0 ? count : Integer.MAX_VALUE;
        return switch (mode) {
            case "default" -> head(fitting(items, block, true), most);
            case "first" -> head(fitting(items, block, true), count > 0 ? count : 1);
            case "last" -> tail(fitting(items, block, true), count > 0 ? count : 1);
            case "until" -> head(items.subList(0, first(items, block)), most);
            case "skipuntil" -> head(items.subList(first(items, block), items.size()), most);
            case "split" -> {
                List<@Nullable Object> both = new ArrayList<>();
                both.add(head(fitting(items, block, true), most));
                both.add(fitting(items, block, false));
                yield both;
            }
            default ->
                throw OperatorErrors.argument("There is no mode '" + Text.of(arguments.get(1))
                        + "': Default, First, Last, SkipUntil, Until and Split are.");
        };
    }

    private static List<@Nullable Object> head(List<@Nullable Object> items, int most) {
        return new ArrayList<>(items.subList(0, Math.min(most, items.size())));
    }

    private static List<@Nullable Object> tail(List<@Nullable Object> items, int most) {
        return new ArrayList<>(items.subList(Math.max(0, items.size() - most), items.size()));
    }

    private static boolean fits(ScriptBlock block, @Nullable Object item) {
        List<@Nullable Object> written = new ArrayList<>();
        block.invokeInPlace(item, written::add);
        return Conversion.isTrue(written);
    }

    private static List<@Nullable Object> fitting(List<@Nullable Object> items, ScriptBlock block, boolean wanted) {
        List<@Nullable Object> found = new ArrayList<>();
        for (Object item : items) {
            if (fits(block, item) == wanted) {
                found.add(item);
            }
        }
        return found;
    }

    /** The place of the first item that fits, or the end. */
    private static int first(List<@Nullable Object> items, ScriptBlock block) {
        int place = 0;
        while (place < items.size() && !fits(block, items.get(place))) {
            place++;
        }
        return place;
    }
}
