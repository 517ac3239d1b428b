package io.claviger.corecmdlets;

import io.claviger.powershell.format.CellText;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values. Written ones are quoted unless {@code -UseQuotes} says otherwise; read by RFC 4180. */
final class CsvText {

    private CsvText() {}

    static List<String> columns(Object first) {
        return first instanceof ShellObject object ? object.names() : Members.names(first);
    }

    /**
     * How lines are written.
     *
     * @param delimiter the separator
     * @param quotes {@code always}, {@code asneeded} or {@code never}
     */
    record Style(String delimiter, String quotes) {

        String cell(String text) {
            boolean needed =
                    text.contains(delimiter) || text.chars().anyMatch(one -> one == '"' || one == '\n' || one == '\r');
            return quotes.equals("always") || (needed && quotes.equals("asneeded"))
                    ? "\"" + text.replace("\"", "\"\"") + "\""
                    : text;
        }
    }

    static String header(List<String> columns, Style style) {
        return line(columns, style);
    }

    static String row(@Nullable Object item, List<String> columns, Style style) {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(text(Members.get(item, column))));
        return line(cells, style);
    }

    private static String text(@Nullable Object value) {
        return value instanceof OffsetDateTime ? CellText.of(value, false) : Text.of(value);
    }

    private static String line(List<String> cells, Style style) {
        return String.join(style.delimiter(), cells.stream().map(style::cell).toList());
    }

    /** The objects of a text. Unless names are given, the first record has them. */
    static List<ShellObject> parse(String text, String delimiter, List<String> given) {
        List<List<String>> records = records(text, delimiter.charAt(0));
        List<String> names = given;
        if (names.isEmpty()) {
            if (records.isEmpty()) {
                return List.of();
            }
            names = records.removeFirst();
        }
        List<ShellObject> objects = new ArrayList<>();
        for (List<String> cells : records) {
            ShellObject object = new ShellObject(ObjectType.CUSTOM);
            for (int i = 0; i < names.size(); i++) {
                object.with(names.get(i), i < cells.size() ? cells.get(i) : null);
            }
            objects.add(object);
        }
        return objects;
    }

    private static List<List<String>> records(String text, char delimiter) {
        List<List<String>> records = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean started = false;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (quoted) {
                if (one != '"') {
                    cell.append(one);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (one == '"') {
                quoted = true;
                started = true;
            } else if (one == delimiter) {
                cells.add(cell.toString());
                cell.setLength(0);
                started = true;
            } else if (one == '\n') {
                end(records, cells, cell, started);
                cells = new ArrayList<>();
                started = false;
            } else if (one != '\r') {
                cell.append(one);
                started = true;
            }
        }
        end(records, cells, cell, started);
        return records;
    }

    private static void end(List<List<String>> records, List<String> cells, StringBuilder cell, boolean started) {
        if (started) {
            cells.add(cell.toString());
            records.add(cells);
        }
        cell.setLength(0);
    }
}
