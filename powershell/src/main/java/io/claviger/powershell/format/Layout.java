package io.claviger.powershell.format;

import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import java.util.List;
import java.util.Optional;

/**
 * How a command such as {@code Format-Table} has its output laid out. Each row flows through the pipeline as an object that
 * carries the layout, and the display follows it: rows of the same layout, one after another, share a table or a list.
 *
 * @param kind the shape
 * @param columns of a table: label, width (0: as needed) and whether it is aligned to the right; of what is wide, how many
 * @param wrap whether long cells go on in the next line
 * @param headings whether a table has its headings
 * @param group what stands above, empty when the rows are no group
 */
public record Layout(Kind kind, List<Column> columns, boolean wrap, boolean headings, String group) {

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

    /** What follows the last row. */
    private enum End {
        MARK
    }

    private static final ObjectType END =
            ObjectType.named("Microsoft.PowerShell.Commands.Internal.Format.FormatEndData");
    private static final ObjectType TYPE =
            ObjectType.named("Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData");

    /** Keeps its own copies. */
    public Layout {
        columns = List.copyOf(columns);
    }

    /** An empty row of this layout: its properties are what is shown, in order. */
    public ShellObject row() {
        return new ShellObject(TYPE).carrying(this);
    }

    /** What follows the last row of a command, so that all of them are printed before whatever is printed next. */
    public static ShellObject end() {
        return new ShellObject(END).carrying(End.MARK);
    }

    /** Whether an object is such an end. */
    static boolean isEnd(ShellObject object) {
        return object.carried(End.class).isPresent();
    }

    /** The layout of an object, if it is a row of one. */
    public static Optional<Layout> in(Object value) {
        return value instanceof ShellObject object ? object.carried(Layout.class) : Optional.empty();
    }
}
