package io.claviger.cmdlets.aws;

import io.claviger.cmdlets.aws.ServiceOperation.Input;
import io.claviger.powershell.command.CmdletDescription.Impact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All operations, by their cmdlets' names; read once. Immutable. */
final class OperationTable {

    private static final OperationTable TABLE = read();

    private final Map<String, ServiceOperation> byCmdlet;

    private OperationTable(Map<String, ServiceOperation> byCmdlet) {
        this.byCmdlet = byCmdlet;
    }

    /** The table. */
    static OperationTable get() {
        return TABLE;
    }

    /** All rows, in the table's order. */
    Collection<ServiceOperation> all() {
        return byCmdlet.values();
    }

    /** The row of a cmdlet, without regard to case. */
    Optional<ServiceOperation> find(String cmdlet) {
        return Optional.ofNullable(byCmdlet.get(cmdlet.toLowerCase(Locale.ROOT)));
    }

    private static OperationTable read() {
        Map<String, List<Input>> inputs = new HashMap<>();
        for (String[] row : rows("parameters.tsv")) {
            inputs.computeIfAbsent(row[0], _ -> new ArrayList<>())
                    .add(new Input(
                            row[1],
                            row[2],
                            row[3],
                            row[4].equals("yes"),
                            row[5].equals("-") ? -1 : Integer.parseInt(row[5]),
                            row[6].equals("yes"),
                            row[7]));
        }
        Map<String, ServiceOperation> operations = new LinkedHashMap<>();
        for (String[] row : rows("operations.tsv")) {
            operations.put(
                    row[3].toLowerCase(Locale.ROOT),
                    new ServiceOperation(
                            AwsService.valueOf(row[0].toUpperCase(Locale.ROOT)),
                            row[1],
                            row[2],
                            row[3],
                            row[4],
                            Impact.valueOf(row[5]),
                            row[6],
                            row[7].equals("yes"),
                            row[8],
                            inputs.getOrDefault(row[3], List.of())));
        }
        return new OperationTable(operations);
    }

    /** The rows of a file of the table, without comments. */
    static List<String[]> rows(String file) {
        try (InputStream stream = OperationTable.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            List<String[]> rows = new ArrayList<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    rows.add(line.split("\t", -1));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
