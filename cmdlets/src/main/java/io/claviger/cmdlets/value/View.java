package io.claviger.cmdlets.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of an object's properties are printed, and in which shape, when a line of the language does not say it. */
public sealed interface View {

    /**
     * A column of a table.
     *
     * @param property the property, whose name is the heading
     * @param width cells, or 0 for a column as wide as what it shows
     * @param right whether it is aligned to the right
     * @param shown what of the property's value is shown
     */
    record Column(String property, int width, boolean right, Showing shown) {
        /** A column that shows its property as it is. */
        public Column(String property, int width, boolean right) {
            this(property, width, right, value -> value);
        }

        /** The same, aligned to the left. */
        public Column(String property, int width) {
            this(property, width, false);
        }

        /** The same, showing something else of its property. */
        public Column shownAs(Showing other) {
            return new Column(property, width, right, other);
        }
    }

    /** What is shown of a property. */
    @FunctionalInterface
    interface Showing {
        /** The value to show. */
        @Nullable
        Object of(@Nullable Object value);
    }

    /** A table; in AWS's way every column is left-aligned. */
    record Table(List<Column> columns) implements View {
        /** Keeps its own copy. */
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** A list: one line a property. */
    record Lines(List<String> properties) implements View {
        /** Keeps its own copy. */
        public Lines {
            properties = List.copyOf(properties);
        }
    }

    /** AWS's rule: a table of at most four properties, a list of more. */
    static View ofProperties(List<String> properties) {
        return properties.size() > 4
                ? new Lines(properties)
                : new Table(properties.stream().map(name -> new Column(name, 0)).toList());
    }
}
