package io.claviger.cmdlets.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The examples that {@code Get-Help} shows: lines that a person could type, made from the table of values. */
final class OperationExamples {

    private static final Map<String, String> VALUES = read();
    private static final Set<String> FILTERS = Set.of("Path", "PathPrefix");

    private OperationExamples() {}

    private static Map<String, String> read() {
        Map<String, String> values = new HashMap<>();
        OperationTable.rows("examples.tsv").forEach(row -> values.put(row[0], row[1]));
        return values;
    }

    /** The example of a cmdlet, with its mandatory parameters, those from the pipeline, and those worth showing. */
    static String of(ServiceOperation operation) {
        StringBuilder line = new StringBuilder(operation.cmdlet());
        for (ServiceOperation.Input input : operation.inputs()) {
            if (shows(operation, input)) {
                line.append(" -")
                        .append(input.name())
                        .append(' ')
                        .append(value(operation, input).orElseThrow(() -> new IllegalStateException(input.name())));
            }
        }
        return line.toString();
    }

    private static boolean shows(ServiceOperation operation, ServiceOperation.Input input) {
        return input.mandatory()
                || (input.fromPipeline() && !FILTERS.contains(input.name()))
                || VALUES.containsKey(operation.cmdlet() + "." + input.name());
    }

    private static Optional<String> value(ServiceOperation operation, ServiceOperation.Input input) {
        String verb = operation.cmdlet().substring(0, operation.cmdlet().indexOf('-'));
        String general = VALUES.get(input.name());
        String ofVerb = VALUES.getOrDefault(verb + "." + input.name(), general);
        return Optional.ofNullable(VALUES.getOrDefault(operation.cmdlet() + "." + input.name(), ofVerb));
    }
}
