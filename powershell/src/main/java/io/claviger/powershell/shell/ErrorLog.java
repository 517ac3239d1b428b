package io.claviger.powershell.shell;

import io.claviger.powershell.format.ErrorText;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code $Error} and {@code $?}: the errors of the session, and whether the last command succeeded. */
final class ErrorLog {

    private static final int LONGEST = 256;

    private final Scopes scopes;
    private final Console console;
    private final Streams streams;
    private final Function<ErrorRecord, String> whole;
    private boolean succeeded = true;

    /**
     * No errors yet.
     *
     * @param whole all that is known of an error, as text
     */
    ErrorLog(Scopes scopes, Console console, Streams streams, Function<ErrorRecord, String> whole) {
        this.scopes = scopes;
        this.whole = whole;
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
            String view = String.valueOf(scopes.current().get("ErrorView"));
            console.err(
                    view.equalsIgnoreCase("DetailedView")
                            ? whole.apply(error)
                            : ErrorText.of(error, console.width(), console.coloured(), view));
        }
    }
}
