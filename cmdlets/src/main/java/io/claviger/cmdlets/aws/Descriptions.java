package io.claviger.cmdlets.aws;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What {@code Get-Help} says of operations and of their parameters; read when it is asked first. */
final class Descriptions {

    private static final Map<String, String> TEXTS = read();

    private Descriptions() {}

    private static Map<String, String> read() {
        Map<String, String> texts = new HashMap<>();
        OperationTable.rows("help.tsv").forEach(row -> texts.put(row[0], row[1]));
        return texts;
    }

    /** What an operation does: a sentence, and its name as policies have it. */
    static String of(Operation operation) {
        return text(operation.name()) + " (" + operation.service().name().toLowerCase(Locale.ROOT) + ":"
                + operation.name() + ")";
    }

    /** What a parameter says: what is told of it at this cmdlet, else at all. */
    static String of(Operation operation, Operation.Input input) {
        return Optional.ofNullable(TEXTS.get(operation.cmdlet() + "-" + input.name()))
                .orElseGet(() -> text("-" + input.name()));
    }

    private static String text(String key) {
        return Optional.ofNullable(TEXTS.get(key))
                .orElseThrow(() -> new IllegalStateException(key + " is not described"));
    }
}
