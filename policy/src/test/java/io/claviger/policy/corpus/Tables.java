package io.claviger.policy.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All tables whose rows are written by code, from what the documentation demands; and how to write their files anew. */
public final class Tables {

    private Tables() {}

    /** The text of each table's file, by name. */
    static Map<String, String> all() {
        Map<String, List<Draft>> tables = new LinkedHashMap<>(OperatorTable.tables());
        tables.putAll(PrincipalTable.tables());
        tables.put("not-principals", NotPrincipalTable.rows());
        tables.put("combinations", LayerTable.rows());
        tables.putAll(ControlTable.tables());
        tables.put("resource-patterns", ResourceTable.rows());
        tables.put("variables-in-resources", VariableTable.rows());
        tables.put("special-corner-cases", SpecialCases.rows());
        Map<String, String> texts = new LinkedHashMap<>();
        tables.forEach((name, rows) ->
                texts.put(name, rows.stream().map(Draft::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"))));
        return texts;
    }

    /**
     * Writes the files.
     *
     * @param arguments the directory
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        for (Map.Entry<String, String> table : all().entrySet()) {
            Files.writeString(directory.resolve(table.getKey() + ".json"), table.getValue());
        }
    }
}
