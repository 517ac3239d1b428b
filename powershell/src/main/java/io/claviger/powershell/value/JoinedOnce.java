package io.claviger.powershell.value;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An array that does not change while its text is asked for many times: the items are joined once. For one thread. */
public final class JoinedOnce extends AbstractList<@Nullable Object> {

    private final List<? extends @Nullable Object> items;
    private final Supplier<String> joining;
    private @Nullable String text;

    /**
     * These items.
     *
     * @param joining makes their text
     */
    public JoinedOnce(List<? extends @Nullable Object> items, Supplier<String> joining) {
        this.items = items;
        this.joining = joining;
    }

    @Override
    public @Nullable Object get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    /** The items' text. */
    String text() {
        String known = text;
        if (known == null) {
            known = joining.get();
            text = known;
        }
        return known;
    }
}
