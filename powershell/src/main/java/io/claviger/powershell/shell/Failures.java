package io.claviger.powershell.shell;

import io.claviger.powershell.command.Prompts.Choice;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of an error that ended a statement: {@code $ErrorActionPreference} says it, and {@code Inquire} asks. */
final class Failures {

    private static final List<Choice> CHOICES = List.of(
            new Choice("&Continue", "Report the error then continue with the next script statement."),
            new Choice("S&ilently Continue", "Do not report this error, just continue with the next script statement."),
            new Choice("&Break", "Do not continue processing, throw the exception instead."),
            new Choice(
                    "&Suspend",
                    "Pause the current pipeline and return to the command prompt. Type exit to resume operation when you"
                            + " are done."));

    private final Engine engine;
    private @Nullable ErrorRecord thrown;
    private @Nullable ErrorRecord decided;

    Failures(Engine engine) {
        this.engine = engine;
    }

    /** Notes that {@code throw} threw it. */
    TerminatingError thrown(TerminatingError error) {
        thrown = error.error();
        return error;
    }

    /** Returns when the next statement follows, else throws the error on. */
    void decide(TerminatingError error) {
        ErrorRecord record = error.error();
        boolean byThrow = same(record, thrown);
        if (engine.inTry() || same(record, decided) || (error.endsScript() && !byThrow)) {
            throw error;
        }
        String preference = engine.preference("ErrorActionPreference");
        String action = preference.equals("Inquire") ? ask(record) : preference;
        switch (action) {
            case "SilentlyContinue", "Ignore" -> {
                engine.remember(record);
                engine.succeeded(false);
            }
            case "Stop" -> throw settled(error);
            default -> {
                if (byThrow) {
                    throw settled(error);
                }
                engine.report(record);
            }
        }
    }

    private TerminatingError settled(TerminatingError error) {
        decided = error.error();
        return error;
    }

    @SuppressWarnings("ReferenceEquality") // An error like another one is another error.
    private static boolean same(ErrorRecord error, @Nullable ErrorRecord other) {
        return error == other;
    }

    private String ask(ErrorRecord error) {
        while (true) {
            switch (engine.prompts.choice("Action to take for this exception:", error.message(), CHOICES, 0)) {
                case 0 -> {
                    return "Continue";
                }
                case 1 -> {
                    return "SilentlyContinue";
                }
                case 2 -> {
                    return "Stop";
                }
                default -> new Nested(engine).run();
            }
        }
    }
}
