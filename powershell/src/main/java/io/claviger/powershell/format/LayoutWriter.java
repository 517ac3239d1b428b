package io.claviger.powershell.format;

import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.ShellObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints rows of one layout as they come. */
final class LayoutWriter {

    private final Layout layout;
    private final RowWriter writer;

    /**
     * Begins, with the heading of a group if the rows are one. Blank lines are where PowerShell has them: lists have two
     * between groups, tables one, and of columns side by side the first group has them all.
     *
     * @param goesOn whether a group was printed just before
     */
    LayoutWriter(Page page, Layout layout, boolean goesOn) {
        this.layout = layout;
        if (isGroup()) {
            if (!goesOn || layout.kind() == Layout.Kind.LIST) {
                page.line("");
            }
            page.line("   " + layout.group());
            if (!goesOn && layout.kind() == Layout.Kind.WIDE) {
                page.line("");
            }
        }
        writer = switch (layout.kind()) {
            case LIST -> list(page);
            case TABLE -> table(page, layout);
            case WIDE -> new WideWriter(page, layout.columns().size());
        };
    }

    /** Whether these are rows of this layout. */
    @SuppressWarnings("ReferenceEquality") // two commands with the same columns print two tables
    boolean isOf(Layout other) {
        return layout == other;
    }

    /** Whether the rows are a group, with a heading that says what they share. */
    boolean isGroup() {
        return !layout.group().isEmpty();
    }

    void add(ShellObject row) {
        writer.add(row);
    }

    void finish() {
        writer.finish();
    }

    void finishBeforeAGroup() {
        writer.finishBeforeAGroup();
    }

    private static RowWriter list(Page page) {
        ListWriter writer = new ListWriter(page);
        return row -> writer.add(row, row.names());
    }

    private static RowWriter table(Page page, Layout layout) {
        TableWriter writer = new TableWriter(page, layout.columns(), layout.wrap(), layout.headings());
        List<String> names = layout.columns().stream().map(Layout.Column::label).toList();
        return new RowWriter() {
            @Override
            public void add(ShellObject row) {
                List<@Nullable Object> cells = new ArrayList<>();
                names.forEach(name -> cells.add(Members.get(row, name)));
                writer.add(cells);
            }

            @Override
            public void finish() {
                writer.finish();
            }
        };
    }
}
