package io.claviger.powershell.format;

import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.ShellObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Prints one property of each object, several on a line, in columns that share the width. */
final class WideWriter implements RowWriter {

    private final Page page;
    private final int columns;
    private final List<@Nullable Object> waiting = new ArrayList<>();
    private @Nullable TableWriter table;

    /**
     * A writer of rows with one property.
     *
     * @param columns how many on a line; 0 for as many as fit, which only the last row decides
     */
    WideWriter(Page page, int columns) {
        this.page = page;
        this.columns = columns;
    }

    @Override
    public void add(ShellObject row) {
        waiting.add(Members.get(row, row.names().getFirst()));
        if (columns > 0 && waiting.size() >= count()) {
            print();
        }
    }

    @Override
    public void finish() {
        print();
        if (table != null) {
            table.finish();
        }
    }

    @Override
    public void finishBeforeAGroup() {
        print();
        if (table != null) {
            table.settle();
        }
    }

    private void print() {
        int count = count();
        TableWriter lines = table == null ? table(count) : table;
        table = lines;
        for (int i = 0; i < waiting.size(); i += count) {
            List<@Nullable Object> line = new ArrayList<>(waiting.subList(i, Math.min(waiting.size(), i + count)));
            while (line.size() < count) {
                line.add(null);
            }
            lines.add(line);
        }
        waiting.clear();
    }

    private TableWriter table(int count) {
        int cells = page.width().getAsInt() - (count - 1);
        // As in PowerShell, the first columns have what does not go into all.
        List<Layout.Column> fitting = IntStream.range(0, count)
                .mapToObj(i -> new Layout.Column("", Math.max(1, (cells + count - 1 - i) / count), false))
                .toList();
        return new TableWriter(page, fitting, false, false);
    }

    private int count() {
        int width = page.width().getAsInt();
        return Math.clamp(columns == 0 ? fitting(waiting, width) : columns, 1, Math.max(1, (width + 1) / 2));
    }

    private static int fitting(List<@Nullable Object> items, int width) {
        int longest = 1;
        for (Object item : items) {
            longest = Math.max(longest, Cells.width(CellText.of(item, true)));
        }
        int count = 1;
        while (longest * (count + 1) + count < width) {
            count++;
        }
        return count;
    }
}
