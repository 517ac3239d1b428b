package io.claviger.cmdlets.format;

import io.claviger.cmdlets.value.ObjectType;
import io.claviger.cmdlets.value.ShellObject;
import java.util.List;
import java.util.Optional;

/**
 * Output that a command such as {@code Format-Table} laid out: it flows through the pipeline as an object, and the display
 * follows it.
 *
 * @param kind the shape
 * @param columns of a table: label, width (0: as needed) and whether it is aligned to the right; of what is wide, how many
 * @param rows objects whose properties are what is shown, in order
 * @param wrap whether long cells go on in the next line
 * @param headings whether a table has its headings
 * @param group what stands above, empty when the rows are no group
 */
public record Layout(
        Kind kind, List<Column> columns, List<ShellObject> rows, boolean wrap, boolean headings, String group) {

    /** The shapes. */
    public enum Kind {
        /** A line a row. */
        TABLE,
        /** A line a property. */
        LIST,
        /** One property of each object, several to a line: as many as there are columns, or as fit when there is none. */
        WIDE
    }

    /** A column of a table. */
    public record Column(String label, int width, boolean right) {}

    private static final ObjectType TYPE =
            ObjectType.named("Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData");

    /** Keeps its own copies. */
    public Layout {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The layout as an object of the pipeline. */
    public ShellObject object() {
        return new ShellObject(TYPE).carrying(this);
    }

    /** The layout that an object is, if it is one. */
    public static Optional<Layout> in(Object value) {
        return value instanceof ShellObject object ? object.carried(Layout.class) : Optional.empty();
    }
}
