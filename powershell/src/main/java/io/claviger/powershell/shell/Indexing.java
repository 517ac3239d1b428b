package io.claviger.powershell.shell;

import io.claviger.powershell.operator.PropertySet;
import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Indexes: {@code $items[0]}, {@code $items[0, 2]}, {@code $table['name']}. */
final class Indexing {

    private Indexing() {}

    static @Nullable Object of(@Nullable Object target, @Nullable Object index) {
        return of(target, index, new AtomicInteger());
    }

    /** Counts what is looked up: a list of indexes may have itself many times over in the lists that are its items. */
    private static @Nullable Object of(@Nullable Object target, @Nullable Object index, AtomicInteger lookedUp) {
        Bounds.items(lookedUp.incrementAndGet());
        if (target == null) {
            throw problem("NullArray", "Cannot index into a null array.");
        }
        if (index instanceof List<?> several) {
            List<@Nullable Object> found = new ArrayList<>();
            for (Object one : several) {
                Object item = of(target, one, lookedUp);
                if (item != null) {
                    found.add(item);
                }
            }
            return found;
        }
        return switch (target) {
            case Hashtable table
            when table.isOrdered() && index instanceof Integer place && !table.has(place) -> at(table.values(), place);
            case Hashtable table -> index == null ? null : table.get(index);
            case List<?> items
            when index instanceof String name && PropertySet.is(items) ->
                PropertySet.named(items, name).orElse(null);
            case List<?> items -> at(items, Conversion.toInteger(index));
            case String text -> {
                int place = Conversion.toInteger(index);
                int from = place < 0 ? text.length() + place : place;
                yield from < 0 || from >= text.length() ? null : text.substring(from, from + 1);
            }
            case byte[] bytes -> {
                int place = Conversion.toInteger(index);
                yield place < 0 || place >= bytes.length ? null : (Object) Byte.toUnsignedInt(bytes[place]);
            }
            default -> {
                int place = index instanceof Integer number ? number : 1;
                if (place == 0 || place == -1) {
                    yield target;
                }
                throw problem(
                        "CannotIndex", "Unable to index into an object of type \"" + TypeNames.of(target) + "\".");
            }
        };
    }

    private static @Nullable Object at(List<?> items, int index) {
        int place = index < 0 ? items.size() + index : index;
        return place < 0 || place >= items.size() ? null : items.get(place);
    }

    private static TerminatingError problem(String id, String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION, id, "System.Management.Automation.RuntimeException", message));
    }
}
