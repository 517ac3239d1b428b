package io.claviger.operations;

import io.claviger.wire.OperationModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What AWS's models have and Claviger's operations do not: errors that they never answer with, parameters that they do not
 * read, members that their answers lack; each with the reason.
 *
 * @param operations a pattern for their names
 * @param name a pattern for the error's code, or for the member
 * @param reason a sentence, without its full stop
 */
record Unreached(Modelled kind, Pattern operations, Pattern name, String reason) {

    private static final Path FILE = Path.of("src", "test", "resources", "unreached.tsv");

    /** All of them. */
    static List<Unreached> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(field -> new Unreached(
                            Modelled.valueOf(field[0].toUpperCase(Locale.ROOT)),
                            Pattern.compile(field[1]),
                            Pattern.compile(field[2]),
                            field[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is about this error, parameter or member of an operation. */
    boolean covers(Modelled wanted, OperationModel model, String named) {
        return kind == wanted
                && operations.matcher(model.name()).matches()
                && name.matcher(named).matches();
    }
}
