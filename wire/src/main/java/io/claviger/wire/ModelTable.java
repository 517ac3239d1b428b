package io.claviger.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table of facts of the service models: tab-separated, a heading line first. */
final class ModelTable {

    private ModelTable() {}

    /** The rows of the table that belong to the service, the first column of each. */
    static List<String[]> rows(String name, Service service) {
        String prefix = service.signingName() + "\t";
        String table = read(name);
        List<String[]> rows = new ArrayList<>();
        for (int start = 0, end; start < table.length(); start = end + 1) {
            end = table.indexOf('\n', start);
            if (table.startsWith(prefix, start)) {
                rows.add(table.substring(start, end).split("\t", -1));
            }
        }
        return rows;
    }

    private static String read(String name) {
        try (InputStream table = ModelTable.class.getResourceAsStream(name)) {
            if (table == null) {
                throw new IllegalStateException("The resource " + name + " is missing");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
