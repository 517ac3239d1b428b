package io.claviger.powershell.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How objects of a type are printed, if no command such as {@code Format-Table} says otherwise: which properties, and
 * in which shape.
 */
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

        /** The same column, with something else shown of its property. */
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

    /** A table. */
    record Table(List<Column> columns) implements View {
        /** Keeps its own copy. */
        public Table {
            columns = List.copyOf(columns);
        }

        @Override
        public @Nullable Object shown(String property, @Nullable Object value) {
            for (Column column : columns) {
                if (column.property().equalsIgnoreCase(property)) {
                    return column.shown().of(value);
                }
            }
            return value;
        }
    }

    /**
     * What the object says, as one line.
     *
     * @param prefix what stands before it
     */
    record Sentence(String prefix) implements View {
        @Override
        public @Nullable Object shown(String property, @Nullable Object value) {
            return value;
        }
    }

    /** What the object says, one after another, with a blank line before the first one and after the last. */
    record Paragraph() implements View {
        @Override
        public @Nullable Object shown(String property, @Nullable Object value) {
            return value;
        }
    }

    /**
     * A list, with one line for each property.
     *
     * @param showings what of a property's value is shown, by the property's name, where it is not the value as it is
     */
    record Lines(List<String> properties, Map<String, Showing> showings) implements View {
        /** Keeps its own copies. */
        public Lines {
            properties = List.copyOf(properties);
            showings = Map.copyOf(showings);
        }

        /** Properties that are shown as they are. */
        public Lines(List<String> properties) {
            this(properties, Map.of());
        }

        @Override
        public @Nullable Object shown(String property, @Nullable Object value) {
            Showing showing = showings.get(property);
            return showing == null ? value : showing.of(value);
        }
    }

    /**
     * A list in which objects within the object are lists too, further to the right.
     *
     * @param expanded the properties whose objects are shown as such lists
     * @param typed those of them that show their type first
     */
    record Tree(List<String> expanded, List<String> typed) implements View {
        /** Keeps its own copies. */
        public Tree {
            expanded = List.copyOf(expanded);
            typed = List.copyOf(typed);
        }

        @Override
        public @Nullable Object shown(String property, @Nullable Object value) {
            return value;
        }
    }

    /** What is shown of a property's value. */
    @Nullable
    Object shown(String property, @Nullable Object value);

    /** As {@link #ofProperties(List)}, with something else shown of some properties. */
    static View ofProperties(List<String> properties, Map<String, Showing> showings) {
        return properties.size() > 4
                ? new Lines(properties, showings)
                : new Table(properties.stream()
                        .map(name -> new Column(name, 0, false, showings.getOrDefault(name, value -> value)))
                        .toList());
    }

    /** A table for up to four properties, a list for more; every column is left-aligned. */
    static View ofProperties(List<String> properties) {
        return properties.size() > 4
                ? new Lines(properties)
                : new Table(properties.stream().map(name -> new Column(name, 0)).toList());
    }
}
