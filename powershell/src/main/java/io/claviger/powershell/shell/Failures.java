package io.claviger.powershell.shell;

import io.claviger.powershell.command.Prompts;
import io.claviger.powershell.command.Prompts.Choice;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what follows an error that ended a statement, by {@code $ErrorActionPreference}. */
final class Failures {

    private static final List<Choice> CHOICES = List.of(
            new Choice("&Continue", "Report the error then continue with the next script statement."),
            new Choice("S&ilently Continue", "Do not report this error, just continue with the next script statement."),
            new Choice("&Break", "Do not continue processing, throw the exception instead."),
            new Choice(
                    "&Suspend",
                    "Pause the current pipeline and return to the command prompt. Type exit to resume operation when you"
                            + " are done."));

    private final Scopes scopes;
    private final ErrorLog errors;
    private final Prompts prompts;
    private final Runnable suspend;
    private int tries;
    private @Nullable TerminatingError handled;
    private @Nullable ErrorRecord thrown;
    private boolean again;
    private @Nullable ErrorRecord decided;

    /**
     * Failures of a session.
     *
     * @param suspend suspends the command that runs, and returns when it goes on
     */
    Failures(Scopes scopes, ErrorLog errors, Prompts prompts, Runnable suspend) {
        this.scopes = scopes;
        this.errors = errors;
        this.prompts = prompts;
        this.suspend = suspend;
    }

    /** Begins the body of a {@code try} that has a {@code catch}: {@link #leaveTry} ends it. */
    void enterTry() {
        tries++;
    }

    void leaveTry() {
        tries--;
    }

    /** Sets the error that a {@code catch} handles, which a bare {@code throw} throws again; returns the one before. */
    @Nullable
    TerminatingError handled(@Nullable TerminatingError error) {
        @Nullable TerminatingError before = handled;
        handled = error;
        return before;
    }

    @Nullable
    TerminatingError handled() {
        return handled;
    }

    /** Prepares for the next line. */
    void reset() {
        tries = 0;
        handled = null;
    }

    /**
     * Notes that {@code throw} threw this error.
     *
     * @param bare whether it threw the error again that a {@code catch} handles
     */
    TerminatingError thrown(TerminatingError error, boolean bare) {
        thrown = error.error();
        again = bare;
        return error;
    }

    /** Whether {@code throw} threw this error, and was given it; a bare {@code throw} leaves it as it is. */
    boolean isMadeByThrow(TerminatingError error) {
        return isThrown(error) && !again;
    }

    private boolean isThrown(TerminatingError error) {
        return same(error.error(), thrown);
    }

    /** Returns if the next statement follows, else throws the error again. */
    void decide(TerminatingError error) {
        ErrorRecord record = error.error();
        boolean byThrow = isThrown(error);
        if (tries > 0 || same(record, decided) || (error.endsScript() && !byThrow)) {
            throw error;
        }
        String preference = scopes.preference("ErrorActionPreference");
        String action = preference.equals("Inquire") ? ask(record) : preference;
        switch (action) {
            case "SilentlyContinue", "Ignore" -> {
                errors.silence(record);
            }
            case "Stop" -> throw settled(error);
            default -> {
                if (byThrow) {
                    throw settled(error);
                }
                errors.report(record);
            }
        }
    }

    private TerminatingError settled(TerminatingError error) {
        decided = error.error();
        return error;
    }

    @SuppressWarnings("ReferenceEquality") // Equal errors are still two errors.
    private static boolean same(ErrorRecord error, @Nullable ErrorRecord other) {
        return error == other;
    }

    private String ask(ErrorRecord error) {
        while (true) {
            switch (prompts.choice("Action to take for this exception:", error.message(), CHOICES, 0)) {
                case 0 -> {
                    return "Continue";
                }
                case 1 -> {
                    return "SilentlyContinue";
                }
                case 2 -> {
                    return "Stop";
                }
                default -> suspend.run();
            }
        }
    }
}
