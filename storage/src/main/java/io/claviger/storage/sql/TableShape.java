package io.claviger.storage.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table and its primary key, as the script that makes it has them.
 *
 * @param key the columns of the primary key, in their order
 */
public record TableShape(String name, List<String> key) {

    private static final Pattern TABLE = Pattern.compile("(?s)CREATE TABLE (\\w+) \\((.*?)\\n\\)");
    private static final Pattern KEY = Pattern.compile("\\n\\s+PRIMARY KEY \\(([^)]*)\\)");
    private static final Pattern KEY_COLUMN = Pattern.compile("\\n\\s+(\\w+) [^\\n]*\\bPRIMARY KEY\\b");

    public TableShape {
        key = List.copyOf(key);
    }

    /** The tables that a script makes, in its order: each after those that it refers to. */
    static List<TableShape> in(String script) {
        List<TableShape> tables = new ArrayList<>();
        Matcher table = TABLE.matcher(script);
        while (table.find()) {
            tables.add(new TableShape(table.group(1), key(table.group(1), table.group(2))));
        }
        return tables;
    }

    private static List<String> key(String name, String body) {
        Matcher own = KEY.matcher(body);
        if (own.find()) {
            return Stream.of(own.group(1).split(",")).map(String::strip).toList();
        }
        Matcher column = KEY_COLUMN.matcher(body);
        if (column.find()) {
            return List.of(column.group(1));
        }
        throw new IllegalStateException("the table " + name + " has no primary key");
    }
}
