package io.claviger.powershell.format;

import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import io.claviger.powershell.value.View;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints the objects that come out of a pipeline: simple values as lines, others as tables or lists. Successive objects
 * of one type share a table. Used by one thread; {@link #finish} ends an open table.
 */
public final class Display {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu h:mm:ss a", Locale.US);

    private final Page page;
    private String shape = "";

    private List<View.Column> columns = List.of();
    private List<String> properties = List.of();
    private @Nullable TableWriter table;
    private @Nullable ListWriter list;
    private @Nullable LayoutWriter laidOut;
    private boolean resting;
    /** Whether a blank line follows at the end. */
    private boolean spaced;

    /**
     * A display.
     *
     * @param out takes text with its line ends
     * @param width cells of a line
     * @param coloured whether labels and headings are coloured
     */
    public Display(Consumer<String> out, IntSupplier width, boolean coloured) {
        page = new Page(out, width, width, coloured);
    }

    /**
     * A display for a text or a file, whose width is not known: lists are not wrapped.
     *
     * @param out takes text with its line ends
     * @param tableWidth cells of a table's line
     */
    public static Display unwrapped(Consumer<String> out, int tableWidth) {
        return new Display(new Page(out, () -> tableWidth, () -> Integer.MAX_VALUE, false));
    }

    private Display(Page page) {
        this.page = page;
    }

    /** Prints a value, or keeps it for a table whose columns are not known yet. */
    public void show(@Nullable Object value) {
        resting = false;
        switch (value) {
            case null -> {}
            case List<?> items -> Unrolled.forEach(items, this::show);
            case Hashtable hashtable -> hashtable.entries().forEach(this::entry);
            case Hashtable.Entry entry -> entry(entry);
            case ShellObject object -> object(object);
            case ErrorRecord error -> {
                finish();
                String text = ErrorText.of(error, page.width().getAsInt(), page.coloured(), "ConciseView");
                // An error with its place is followed by an empty line.
                page.out().accept(text.indexOf('\n') < text.length() - 1 ? text + "\n" : text);
            }
            case Moment time -> spaced(TypeNames.of(time), DATE.format(time.clock()));
            case Duration span -> {
                start(TypeNames.of(span));
                list = list == null ? new ListWriter(page) : list;
                list.add(span, Members.names(span));
            }
            case byte[] bytes -> {
                for (byte one : bytes) {
                    line(String.valueOf(Byte.toUnsignedInt(one)));
                }
            }
            default -> line(Text.of(value));
        }
    }

    /** Prints a line. As in PowerShell, an open table or list goes on after it. */
    private void line(String text) {
        if (laidOut != null) {
            finish();
        } else if (table != null) {
            table.settle();
        }
        page.line(text);
    }

    /** A line of a kind that has blank lines around all of its lines. */
    private void spaced(String kind, String text) {
        start(kind);
        if (!spaced) {
            spaced = true;
            page.line("");
        }
        page.line(text);
    }

    private void entry(Hashtable.Entry entry) {
        start(entry.type());
        if (table == null) {
            table = new TableWriter(page, RawColumns.of(entry), false, true);
        }
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(entry.key());
        cells.add(entry.value());
        table.add(cells);
    }

    private void object(ShellObject object) {
        if (Layout.isEnd(object)) {
            finish();
            return;
        }
        Optional<Layout> layout = Layout.in(object);
        if (layout.isPresent()) {
            laidOut(layout.get(), object);
            return;
        }
        if (object.type().view().orElse(null) instanceof View.Paragraph) {
            spaced(TypeNames.of(object), Text.of(object));
            return;
        }
        if (object.type().view().orElse(null) instanceof View.Sentence sentence) {
            line(sentence.prefix() + Text.of(object));
            return;
        }
        if (object.type().view().orElse(null) instanceof View.Tree tree) {
            finish();
            new TreeWriter(page, tree).add(object);
            return;
        }
        start(TypeNames.of(object));
        if (table == null && list == null) {
            begin(object);
        }
        if (list != null) {
            list.add(object, object.type().view().isPresent() ? properties : object.names());
        } else if (table != null) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (View.Column column : columns) {
                cells.add(column.shown().of(Members.get(object, column.property())));
            }
            table.add(cells);
        }
    }

    private void begin(ShellObject object) {
        ObjectType type = object.type();
        switch (type.view().orElseGet(() -> RawColumns.of(object))) {
            case View.Tree _, View.Sentence _, View.Paragraph _ ->
                throw new IllegalStateException("it is written at once");
            case View.Lines lines -> {
                properties = lines.properties();
                list = new ListWriter(page);
            }
            case View.Table view -> {
                boolean raw = type.view().isEmpty();
                columns = view.columns();
                table = new TableWriter(
                        page,
                        columns.stream()
                                .map(one -> new Layout.Column(
                                        one.property(),
                                        one.width(),
                                        one.right() || (raw && CellText.toTheRight(object.get(one.property())))))
                                .toList(),
                        false,
                        true);
            }
        }
    }

    private void start(String wanted) {
        if (!shape.equals(wanted)) {
            finish();
            shape = wanted;
        }
    }

    private void laidOut(Layout layout, ShellObject row) {
        if (laidOut == null || !laidOut.isOf(layout)) {
            boolean goesOn = laidOut != null && laidOut.isGroup();
            if (laidOut != null && goesOn && !layout.group().isEmpty()) {
                laidOut.finishBeforeAGroup();
                laidOut = null;
            }
            finish();
            laidOut = new LayoutWriter(page, layout, goesOn);
        }
        laidOut.add(row);
    }

    /** Says that a statement has ended: what comes next can belong to another table. */
    public void rest() {
        resting = true;
    }

    /**
     * Prints the kept rows, so that something else can be printed after them. Within a statement the table goes on. The
     * rows of a command such as {@code Format-Table} are kept, since its columns depend on all of them.
     */
    public void settle() {
        if (resting) {
            finish();
        } else if (table != null) {
            table.settle();
        }
    }

    /** Prints the kept rows, and ends the open table or list. */
    public void finish() {
        if (table != null) {
            TableWriter open = table;
            table = null;
            open.finish();
        }
        if (spaced) {
            spaced = false;
            page.line("");
        }
        list = null;
        shape = "";
        if (laidOut != null) {
            LayoutWriter open = laidOut;
            laidOut = null;
            open.finish();
        }
    }
}
