package io.claviger.powershell.format;

import io.claviger.powershell.value.Bounds;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The items of a list and of the lists in it, one after another. */
final class Unrolled {

    private final Consumer<@Nullable Object> each;
    private long visited;

    private Unrolled(Consumer<@Nullable Object> each) {
        this.each = each;
    }

    /**
     * Gives each item that is no list.
     *
     * @throws io.claviger.powershell.value.TerminatingError if there are too many, as in a few lists of which each has
     *     another one many times over
     */
    static void forEach(List<?> items, Consumer<@Nullable Object> each) {
        new Unrolled(each).visit(items);
    }

    private void visit(List<?> items) {
        for (Object item : items) {
            visited++;
            Bounds.items(visited);
            if (item instanceof List<?> inner) {
                visit(inner);
            } else {
                each.accept(item);
            }
        }
    }
}
