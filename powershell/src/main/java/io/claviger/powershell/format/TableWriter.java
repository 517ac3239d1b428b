package io.claviger.powershell.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints rows as a table. If columns are as wide as their content, the first rows are kept until there are enough to
 * decide; then each row is printed as it comes.
 */
final class TableWriter {

    /** How many rows decide the columns' widths: a usual page of a service's answers. */
    private static final int DECIDING = 100;

    private final Page page;
    private final List<Layout.Column> columns;
    private final boolean wrap;
    private final boolean headings;
    private final boolean shared;
    private final List<List<? extends @Nullable Object>> waiting = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private boolean decided;
    /** Whether objects are cut to the property that identifies them, since other columns would not fit. */
    private boolean brief;

    TableWriter(Page page, List<Layout.Column> columns, boolean wrap, boolean headings) {
        this.page = page;
        this.wrap = wrap;
        this.headings = headings;
        shared = !columns.isEmpty() && columns.getFirst().width() > 0;
        // As in PowerShell, all columns are as wide as their content if the first one is.
        this.columns = shared
                ? List.copyOf(columns)
                : columns.stream()
                        .map(one -> new Layout.Column(one.label(), 0, one.alignment()))
                        .toList();
    }

    void add(List<? extends @Nullable Object> values) {
        if (decided) {
            row(cells(values));
            return;
        }
        waiting.add(values);
        if (shared || waiting.size() >= DECIDING) {
            decide();
        }
    }

    private List<String> cells(List<? extends @Nullable Object> values) {
        List<String> cells = new ArrayList<>();
        for (Object value : values) {
            cells.add(brief ? CellText.brief(value) : CellText.of(value, true));
        }
        return cells;
    }

    /** Prints the kept rows; later ones have the same columns. */
    void settle() {
        if (!waiting.isEmpty()) {
            decide();
        }
    }

    void finish() {
        settle();
        if (decided) {
            page.line("");
        }
    }

    private void decide() {
        decided = true;
        List<List<String>> rows = waiting.stream().map(this::cells).toList();
        measure(rows);
        if (columns.size() > 1 && excess() > 0) {
            brief = true;
            rows = waiting.stream().map(this::cells).toList();
            measure(rows);
        }
        fit();
        page.line("");
        if (headings) {
            headings();
        }
        rows.forEach(this::row);
        waiting.clear();
    }

    private void measure(List<List<String>> rows) {
        widths.clear();
        int fixed = columns.stream().mapToInt(Layout.Column::width).sum();
        int open = (int) columns.stream().filter(one -> one.width() == 0).count();
        int left = page.width().getAsInt() - fixed - (columns.size() - 1);
        for (int i = 0; i < columns.size(); i++) {
            Layout.Column column = columns.get(i);
            int place = i;
            int needed = rows.stream()
                    .mapToInt(cells -> Cells.width(cells.get(place).replace('\n', ' ')))
                    .max()
                    .orElse(0);
            int own = Math.max(1, Math.max(Cells.width(column.label()), needed));
            widths.add(column.width() > 0 ? column.width() : shared ? Math.max(1, (left + open - 1) / open) : own);
        }
    }

    /** Makes a table fit that is too wide: the last column shrinks and then vanishes, then the one before it. */
    private void fit() {
        while (!widths.isEmpty()) {
            int excess = excess();
            if (excess <= 0) {
                return;
            }
            int last = widths.removeLast() - excess;
            if (last >= 1) {
                widths.add(last);
                return;
            }
        }
    }

    private int excess() {
        return widths.stream().mapToInt(Integer::intValue).sum()
                + widths.size()
                - 1
                - page.width().getAsInt();
    }

    private void headings() {
        List<List<String>> labels = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            labels.add(pieces(columns.get(i).label(), widths.get(i)));
        }
        int height = labels.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            int at = line;
            print(
                    labels.stream()
                            .map(pieces -> at < pieces.size() ? pieces.get(at) : "")
                            .toList(),
                    true,
                    false);
        }
        List<String> dashes = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            dashes.add("-"
                    .repeat(Math.min(
                            widths.get(i),
                            Math.max(1, Cells.width(columns.get(i).label())))));
        }
        print(dashes, true, dropped());
    }

    /** Whether the last columns do not fit. What is then the last one keeps its blanks. */
    private boolean dropped() {
        return widths.size() < columns.size();
    }

    private static List<String> pieces(String label, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = label;
        while (Cells.width(rest) > width) {
            String head = Cells.head(rest, width);
            if (head.isEmpty()) {
                break;
            }
            pieces.add(head);
            rest = rest.substring(head.length());
        }
        pieces.add(rest);
        return pieces;
    }

    private void row(List<String> cells) {
        if (!wrap) {
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < widths.size(); i++) {
                shown.add(cut(cells.get(i), widths.get(i), columns.get(i).alignment() == Layout.Alignment.RIGHT));
            }
            print(shown, false, dropped());
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            lines.add(Cells.wrap(cells.get(i), widths.get(i)).stream()
                    .map(String::stripTrailing)
                    .toList());
        }
        int height = lines.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            int at = line;
            print(lines.stream().map(one -> at < one.size() ? one.get(at) : "").toList(), false, false);
        }
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).stripTrailing() + "…";
    }

    private static String cut(String cell, int width, boolean right) {
        String text = firstLine(cell);
        if (Cells.width(text) <= width) {
            return text;
        }
        return right ? "…" + Cells.tail(text, width - 1) : Cells.head(text, width - 1) + "…";
    }

    private void print(List<String> cells, boolean heading, boolean padded) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String blanks = " ".repeat(Math.max(0, widths.get(i) - Cells.width(cells.get(i))));
            boolean last = i == cells.size() - 1;
            String cell = heading ? page.label(cells.get(i)) : cells.get(i);
            String after = last && !padded ? "" : blanks;
            line.append(
                    switch (columns.get(i).alignment()) {
                        case RIGHT -> blanks + cell;
                        case LEFT -> cell + after;
                        case CENTER -> {
                            int half = blanks.length() / 2;
                            yield blanks.substring(0, half) + cell + (after.isEmpty() ? "" : blanks.substring(half));
                        }
                    });
            line.append(last ? "" : " ");
        }
        page.line(line.toString());
    }
}
