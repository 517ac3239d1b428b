package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code (...).Where({ }, 'First', 2)}: the items for which a block is true, or a part of them. */
final class WhereMethod {

    private static final List<String> MODES = List.of("default", "first", "last", "skipuntil", "until", "split");

    private final List<@Nullable Object> items;
    private final ScriptBlock block;

    private WhereMethod(List<@Nullable Object> items, ScriptBlock block) {
        this.items = items;
        this.block = block;
    }

    /** Calls the method; the arguments are a block, a mode and a number. */
    static List<@Nullable Object> call(Object target, ScriptBlock block, List<@Nullable Object> arguments) {
        String mode = arguments.size() < 2 ? "default" : mode(Text.of(arguments.get(1)));
        int most = arguments.size() < 3 ? 0 : Conversion.toInteger(arguments.get(2));
        return new WhereMethod(Conversion.toList(target), block).items(mode, most);
    }

    private static String mode(String written) {
        String mode = written.toLowerCase(Locale.ROOT);
        if (!MODES.contains(mode)) {
            throw OperatorErrors.argument("There is no mode '" + written
                    + "' of Where; there are Default, First, Last, SkipUntil, Until and Split.");
        }
        return mode;
    }

    private List<@Nullable Object> items(String mode, int most) {
        return switch (mode) {
            case "first" -> fitting(Math.max(1, most));
            case "last" -> {
                List<@Nullable Object> found = fitting(0);
                yield found.subList(Math.max(0, found.size() - Math.max(1, most)), found.size());
            }
            case "until" -> limited(items.subList(0, firstFitting()), most);
            case "skipuntil" -> limited(items.subList(firstFitting(), items.size()), most);
            case "split" -> split(most);
            default -> fitting(most);
        };
    }

    private boolean fits(@Nullable Object item) {
        List<@Nullable Object> written = new ArrayList<>();
        block.invokeInPlace(item, written::add);
        return Conversion.isTrue(written);
    }

    /**
     * The items that fit.
     *
     * @param most at most so many; 0 for all
     */
    private List<@Nullable Object> fitting(int most) {
        List<@Nullable Object> found = new ArrayList<>();
        for (Object item : items) {
            if (most > 0 && found.size() == most) {
                return found;
            }
            if (fits(item)) {
                found.add(item);
                Bounds.items(found.size());
            }
        }
        return found;
    }

    private int firstFitting() {
        for (int i = 0; i < items.size(); i++) {
            if (fits(items.get(i))) {
                return i;
            }
        }
        return items.size();
    }

    private static List<@Nullable Object> limited(List<@Nullable Object> found, int most) {
        return new ArrayList<>(most > 0 && found.size() > most ? found.subList(0, most) : found);
    }

    /** Those that fit, and the other ones. */
    private List<@Nullable Object> split(int most) {
        List<@Nullable Object> fitting = new ArrayList<>();
        List<@Nullable Object> others = new ArrayList<>();
        for (Object item : items) {
            boolean room = most <= 0 || fitting.size() < most;
            (room && fits(item) ? fitting : others).add(item);
        }
        List<@Nullable Object> both = new ArrayList<>();
        both.add(fitting);
        both.add(others);
        return both;
    }
}
