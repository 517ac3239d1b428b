package io.claviger.policycli;

import io.claviger.policycli.Screen.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of texts under headings, in columns as wide as need be. The last column takes what is left of the line, and is
 * continued below itself. For one thread.
 */
final class Table {

    private static final String GAP = "  ";
    private static final int LEAST_ROOM = 36;
    private static final int DEEPEST = 4;

    private final Screen screen;
    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A column.
     *
     * @param title its heading
     * @param toTheRight whether its texts end at the same place rather than begin there, as numbers do
     */
    record Column(String title, boolean toTheRight) {

        static Column left(String title) {
            return new Column(title, false);
        }

        static Column right(String title) {
            return new Column(title, true);
        }
    }

    private record Row(@Nullable Tone tone, List<String> cells) {}

    Table(Screen screen, Column... columns) {
        this.screen = screen;
        this.columns = List.of(columns);
    }

    /** Adds a row. */
    void row(@Nullable Tone tone, String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(new Row(tone, List.of(cells)));
    }

    /** All lines, each of which ends with a line feed. */
    String text() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        line(
                text,
                widths,
                new Row(Tone.STRONG, columns.stream().map(Column::title).toList()));
        rows.forEach(row -> line(text, widths, row));
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).title().length();
            for (Row row : rows) {
                widths[i] = Math.max(widths[i], row.cells.get(i).length());
            }
        }
        return widths;
    }

    private void line(StringBuilder text, int[] widths, Row row) {
        StringBuilder head = new StringBuilder();
        int last = widths.length - 1;
        for (int i = 0; i < last; i++) {
            String cell = row.cells.get(i);
            String fill = " ".repeat(widths[i] - cell.length());
            head.append(columns.get(i).toTheRight() ? fill + cell : cell + fill).append(GAP);
        }
        int room = screen.columns() - head.length();
        boolean below = room < LEAST_ROOM && row.cells.get(last).length() > room;
        if (below) {
            append(text, row.tone, head.toString());
            room = screen.columns() - DEEPEST;
        }
        String indent = " ".repeat(below ? DEEPEST : head.length());
        String before = below ? indent : head.toString();
        for (String part : Wrapping.lines(row.cells.get(last), room)) {
            append(text, row.tone, before + part);
            before = indent;
        }
    }

    private void append(StringBuilder text, @Nullable Tone tone, String line) {
        String visible = line.stripTrailing();
        text.append(tone == null ? visible : screen.toned(tone, visible)).append('\n');
    }
}
