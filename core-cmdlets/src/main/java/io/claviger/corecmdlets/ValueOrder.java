package io.claviger.corecmdlets;

import io.claviger.powershell.operator.Comparison;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order of rows of values, column by column: numbers by size, dates by time, texts by letter. A column with values
 * of several kinds is ordered as text, the only order that they all have.
 */
final class ValueOrder {

    private final List<Boolean> alike;
    private final boolean caseSensitive;

    private ValueOrder(List<Boolean> alike, boolean caseSensitive) {
        this.alike = List.copyOf(alike);
        this.caseSensitive = caseSensitive;
    }

    /** The order of these rows. */
    static ValueOrder of(List<? extends List<? extends @Nullable Object>> rows, boolean caseSensitive) {
        List<Boolean> alike = new ArrayList<>();
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < columns; i++) {
            Set<Class<?>> kinds = new HashSet<>();
            for (List<? extends @Nullable Object> row : rows) {
                @Nullable Object value = i < row.size() ? row.get(i) : null;
                if (value != null) {
                    kinds.add(value instanceof Number ? Number.class : value.getClass());
                }
            }
            alike.add(kinds.size() <= 1);
        }
        return new ValueOrder(alike, caseSensitive);
    }

    /** Compares two values of a column; {@code null} comes first. */
    int compare(int column, @Nullable Object left, @Nullable Object right) {
        try {
            return left == null || right == null || alike.get(column)
                    ? Comparison.order(left, right, caseSensitive)
                    : texts(left, right);
        } catch (TerminatingError _) {
            return texts(left, right);
        }
    }

    private int texts(@Nullable Object left, @Nullable Object right) {
        return caseSensitive
                ? Text.of(left).compareTo(Text.of(right))
                : Text.of(left).compareToIgnoreCase(Text.of(right));
    }

    /** Compares two rows, with all columns ascending. */
    int compare(List<? extends @Nullable Object> left, List<? extends @Nullable Object> right) {
        int order = 0;
        for (int i = 0; order == 0 && i < Math.min(left.size(), right.size()); i++) {
            order = compare(i, left.get(i), right.get(i));
        }
        return order;
    }
}
