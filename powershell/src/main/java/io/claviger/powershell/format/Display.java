package io.claviger.powershell.format;

import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import io.claviger.powershell.value.View;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints what comes out of a pipeline: simple values as lines, objects as tables or lists. Objects of one type that follow
 * one another share a table. Used by one thread; {@link #finish} ends what is open.
 */
public final class Display {

    private static final String DATES = "dates";
    private static final int MOST_COLUMNS = 10;
    private static final List<TableWriter.Column> ENTRIES =
            List.of(new TableWriter.Column("Name", 30, false), new TableWriter.Column("Value", 0, false));
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu h:mm:ss a", Locale.US);

    private final Page page;
    private String shape = "";

    private List<View.Column> columns = List.of();
    private List<String> properties = List.of();
    private @Nullable TableWriter table;
    private @Nullable ListWriter list;
    private @Nullable LaidOut laidOut;
    private boolean resting;

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
     * A display that writes into a text or a file: nobody said how wide it is, so that lists need not be wrapped.
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

    /** Prints a value, or keeps it for a table whose columns are not known as yet. */
    public void show(@Nullable Object value) {
        resting = false;
        switch (value) {
            case null -> {}
            case List<?> items -> items.forEach(this::show);
            case Hashtable hashtable -> hashtable.entries().forEach(this::entry);
            case Hashtable.Entry entry -> entry(entry);
            case ShellObject object -> object(object);
            case ErrorRecord error ->
                line(
                        error.origin().command().isEmpty()
                                ? error.message()
                                : error.origin().command() + ": " + error.message());
            case OffsetDateTime time -> {
                if (!shape.equals(DATES)) {
                    start(DATES);
                    page.line("");
                }
                page.line(DATE.format(time));
            }
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

    private void line(String text) {
        finish();
        page.line(text);
    }

    private void entry(Hashtable.Entry entry) {
        start(entry.type());
        if (table == null) {
            table = new TableWriter(page, entry.isPair() ? pairs(entry) : ENTRIES, false, true);
        }
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(entry.key());
        cells.add(entry.value());
        table.add(cells);
    }

    private static List<TableWriter.Column> pairs(Hashtable.Entry first) {
        return List.of(
                new TableWriter.Column("Key", 0, false),
                new TableWriter.Column("Value", 0, CellText.toTheRight(first.value())));
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
        switch (type.view().orElseGet(() -> raw(object))) {
            case View.Tree _ -> throw new IllegalStateException("a tree is written at once");
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
                                .map(one -> new TableWriter.Column(
                                        one.property(),
                                        one.width(),
                                        one.right() || (raw && CellText.toTheRight(object.get(one.property())))))
                                .toList(),
                        false,
                        true);
            }
        }
    }

    private static View raw(ShellObject object) {
        List<String> names = object.names();
        return View.ofProperties(names.size() > 4 ? names : names.subList(0, Math.min(MOST_COLUMNS, names.size())));
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
            finish();
            laidOut = new LaidOut(page, layout, goesOn);
        }
        laidOut.add(row);
    }

    /** Takes note that a statement is over: what comes next may belong to another table. */
    public void rest() {
        resting = true;
    }

    /**
     * Prints what was kept back so that something else can be printed behind it. Within a statement the table goes on, and
     * the rows of a command such as {@code Format-Table} stay, since its table is as wide as all of them need.
     */
    public void settle() {
        if (resting) {
            finish();
        } else if (table != null) {
            table.settle();
        }
    }

    /** Prints what was kept back, and ends the table or list that is open. */
    public void finish() {
        if (table != null) {
            TableWriter open = table;
            table = null;
            open.finish();
        }
        if (shape.equals(DATES)) {
            page.line("");
        }
        list = null;
        shape = "";
        if (laidOut != null) {
            LaidOut open = laidOut;
            laidOut = null;
            open.finish();
        }
    }
}
