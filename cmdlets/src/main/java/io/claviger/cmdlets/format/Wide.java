package io.claviger.cmdlets.format;

import io.claviger.cmdlets.operator.Members;
import io.claviger.cmdlets.value.ShellObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One property of each object, several to a line, in columns of one width. */
final class Wide {

    private Wide() {}

    /** Prints the rows' only properties, so many to a line; 0 is for as many as fit. */
    static void print(Page page, List<ShellObject> rows, int columns) {
        int width = page.width().getAsInt();
        List<@Nullable Object> items = new ArrayList<>();
        rows.forEach(row -> items.add(Members.get(row, row.names().getFirst())));
        int count = Math.clamp(columns == 0 ? fitting(items, width) : columns, 1, Math.max(1, (width + 1) / 2));
        TableWriter.Column column = new TableWriter.Column("", Math.max(1, (width - (count - 1)) / count), false);
        TableWriter writer = new TableWriter(page, Collections.nCopies(count, column), false, false);
        for (int i = 0; i < items.size(); i += count) {
            List<@Nullable Object> row = new ArrayList<>(items.subList(i, Math.min(items.size(), i + count)));
            while (row.size() < count) {
                row.add(null);
            }
            writer.add(row);
        }
        writer.finish();
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
