package io.claviger.powershell.value;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array that does not change while its text is asked for many times: the items are joined once. For one thread. */
public final class JoinedOnce extends AbstractList<@Nullable Object> {

    private final List<? extends @Nullable Object> items;
    private @Nullable String text;

    /** These items. */
    public JoinedOnce(List<? extends @Nullable Object> items) {
        this.items = items;
    }

    @Override
    public @Nullable Object get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    /** The items' text, as {@link Text#of} has it. */
    String text() {
        String known = text;
        if (known == null) {
            known = Text.of(items);
            text = known;
        }
        return known;
    }
}
