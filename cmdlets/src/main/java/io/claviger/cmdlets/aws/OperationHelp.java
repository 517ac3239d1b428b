package io.claviger.cmdlets.aws;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The help for operations and their parameters. Read when it is first needed. */
final class OperationHelp {

    private static final Map<String, String> TEXTS = read();

    private OperationHelp() {}

    private static Map<String, String> read() {
        Map<String, String> texts = new HashMap<>();
        OperationTable.rows("help.tsv").forEach(row -> texts.put(row[0], row[1]));
        return texts;
    }

    /** An operation's help: a sentence, and the operation's name in policies. */
    static String of(ServiceOperation operation) {
        return text(operation.name()) + " (" + operation.service().name().toLowerCase(Locale.ROOT) + ":"
                + operation.name() + ")";
    }

    /** A parameter's help: the one for this cmdlet, else the one for all. */
    static String of(ServiceOperation operation, ServiceOperation.Input input) {
        return Optional.ofNullable(TEXTS.get(operation.cmdlet() + "-" + input.name()))
                .orElseGet(() -> text("-" + input.name()));
    }

    private static String text(String key) {
        return Optional.ofNullable(TEXTS.get(key))
                .orElseThrow(() -> new IllegalStateException(key + " is not described"));
    }
}
