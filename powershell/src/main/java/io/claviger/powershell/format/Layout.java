package io.claviger.powershell.format;

import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import java.util.List;
import java.util.Optional;

/**
 * The layout that a command such as {@code Format-Table} gives to its output. Each row goes through the pipeline as an
 * object that carries the layout. Successive rows of the same layout share a table or a list.
 *
 * @param kind the shape
 * @param columns of a table: label, width (0: as needed) and whether it is aligned to the right; of what is wide, how
 *     many
 * @param wrap whether long cells go on in the next line
 * @param headings whether a table has its headings
 * @param group what stands above, empty when the rows are no group
 */
public record Layout(Kind kind, List<Column> columns, boolean wrap, boolean headings, String group) {

    /** The shapes. */
    public enum Kind {
        /** One line for each object. */
        TABLE,
        /** One line for each property. */
        LIST,
        /**
         * One property of each object, several on a line: as many as there are columns, or as fit if there are none.
         */
        WIDE
    }

    /** Where the content of a column stands. */
    public enum Alignment {
        LEFT,
        RIGHT,
        CENTER;

        /** To the right, or else to the left. */
        static Alignment right(boolean right) {
            return right ? RIGHT : LEFT;
        }
    }

    /**
     * A column of a table.
     *
     * @param label its heading
     * @param width cells, or 0 for as many as needed
     */
    public record Column(String label, int width, Alignment alignment) {
        /** A column that is aligned to the right, or else to the left. */
        public Column(String label, int width, boolean right) {
            this(label, width, Alignment.right(right));
        }
    }

    /** The marker after the last row. */
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

    /** An empty row of this layout. Its properties are shown in their order. */
    public ShellObject row() {
        return new ShellObject(TYPE).carrying(this);
    }

    /** The marker after a command's last row. It has all rows printed before anything else is. */
    public static ShellObject end() {
        return new ShellObject(END).carrying(End.MARK);
    }

    /** Whether an object is this marker. */
    static boolean isEnd(ShellObject object) {
        return object.carried(End.class).isPresent();
    }

    /** The layout of an object, if it is a row of one. */
    public static Optional<Layout> in(Object value) {
        return value instanceof ShellObject object ? object.carried(Layout.class) : Optional.empty();
    }
}
