package io.claviger.powershell.value;

import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A list whose .NET type scripts can see: an array of one kind of items, such as {@code System.String[]}, or a list that
 * grows, such as {@code System.Collections.ArrayList}.
 */
public final class TypedList extends ArrayList<@Nullable Object> {

    private static final long serialVersionUID = 1L;

    private final String type;

    /** A list of this .NET type with these items. */
    public TypedList(String type, Collection<? extends @Nullable Object> items) {
        super(items);
        this.type = type;
    }

    /** The full name of its type. */
    public String type() {
        return type;
    }

    /** Whether it is a list that grows, not an array. */
    public boolean grows() {
        return !type.endsWith("[]");
    }

    /** The full name of its items' type. */
    public String itemType() {
        if (!grows()) {
            return type.substring(0, type.length() - 2);
        }
        int from = type.indexOf('[');
        return from < 0 ? "System.Object" : type.substring(from + 1, type.length() - 1);
    }
}
