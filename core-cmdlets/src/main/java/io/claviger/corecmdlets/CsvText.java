package io.claviger.corecmdlets;

import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Comma-separated values. Written ones are quoted unless {@code -UseQuotes} says otherwise; read by RFC 4180. */
final class CsvText {

    private CsvText() {}

    static List<String> columns(Object first) {
        return switch (first) {
            case ShellObject object -> object.names();
            case Hashtable table -> table.keys().stream().map(Text::of).toList();
            default -> Members.names(first);
        };
    }

    /**
     * How lines are written.
     *
     * @param delimiter the separator
     * @param quotes {@code always}, {@code asneeded} or {@code never}
     * @param fields if there are any, the columns that are quoted, and no others
     */
    record Style(String delimiter, String quotes, List<String> fields) {

        /** A cell; {@code null} is nothing at all, an empty text is quoted. */
        String cell(@Nullable String text, String column) {
            if (text == null) {
                return "";
            }
            boolean needed =
                    text.contains(delimiter) || text.chars().anyMatch(one -> one == '"' || one == '\n' || one == '\r');
            boolean quoted = fields.isEmpty()
                    ? quotes.equals("always") || (needed && quotes.equals("asneeded"))
                    : fields.stream().anyMatch(column::equalsIgnoreCase);
            return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
        }
    }

    static String header(List<String> columns, Style style) {
        return line(columns, columns, style);
    }

    static String row(@Nullable Object item, List<String> columns, Style style) {
        List<@Nullable String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(text(Members.get(item, column))));
        return line(cells, columns, style);
    }

    /** A value as .NET writes it; an object within an object with its properties, as it is printed. */
    private static @Nullable String text(@Nullable Object value) {
        boolean object = value instanceof ShellObject
                || (value instanceof List<?> items && items.stream().anyMatch(ShellObject.class::isInstance));
        return value == null ? null : object ? Text.of(value) : Text.plain(value);
    }

    private static String line(List<? extends @Nullable String> cells, List<String> columns, Style style) {
        StringJoiner line = new StringJoiner(style.delimiter());
        for (int i = 0; i < cells.size(); i++) {
            line.add(style.cell(cells.get(i), columns.get(i)));
        }
        return line.toString();
    }
}
