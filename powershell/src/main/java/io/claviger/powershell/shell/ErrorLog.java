package io.claviger.powershell.shell;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $Error} and {@code $?}: the errors of the session, and whether the last command succeeded. */
final class ErrorLog {

    private static final int LONGEST = 256;

    private final Scopes scopes;
    private final Console console;
    private final Streams streams;
    private boolean succeeded = true;

    ErrorLog(Scopes scopes, Console console, Streams streams) {
        this.scopes = scopes;
        this.console = console;
        this.streams = streams;
    }

    boolean succeeded() {
        return succeeded;
    }

    void succeeded(boolean did) {
        succeeded = did;
    }

    /** Puts an error first into {@code $Error}. */
    void remember(ErrorRecord error) {
        List<@Nullable Object> errors = new ArrayList<>();
        errors.add(error);
        errors.addAll(Conversion.toList(scopes.global().get("Error")));
        scopes.global().set("Error", errors.size() > LONGEST ? errors.subList(0, LONGEST) : errors);
    }

    /** Empties {@code $Error}. */
    void clear() {
        scopes.global().set("Error", new ArrayList<@Nullable Object>());
    }

    /** Remembers an error without a word. */
    void silence(ErrorRecord error) {
        remember(error);
        succeeded = false;
        streams.note(error);
    }

    /** Remembers an error and prints it, or hands it to where errors are redirected. */
    void report(ErrorRecord error) {
        remember(error);
        succeeded = false;
        if (!streams.takes(error)) {
            console.err(
                    ErrorText.of(error, console, String.valueOf(scopes.current().get("ErrorView"))));
        }
    }
}
