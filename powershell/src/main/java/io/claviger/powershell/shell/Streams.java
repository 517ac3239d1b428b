package io.claviger.powershell.shell;

import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Sink;
import io.claviger.powershell.value.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What commands report besides their output, and who around them takes it: a variable that {@code -ErrorVariable} names,
 * or a redirection. A command's reports belong to the commands that run around it, up to a redirection.
 */
final class Streams {

    /** A stream, in the order of their numbers, which begin with 2. */
    enum Kind {
        ERROR("ErrorVariable", "", ""),
        WARNING("WarningVariable", "WarningRecord", "WARNING: "),
        VERBOSE("", "VerboseRecord", "VERBOSE: "),
        DEBUG("", "DebugRecord", "DEBUG: "),
        INFORMATION("InformationVariable", "InformationRecord", "");

        private final String variable;
        private final String type;
        private final String prefix;

        Kind(String variable, String type, String prefix) {
            this.variable = variable;
            this.type = type;
            this.prefix = prefix;
        }

        /** The streams with this number; 0 stands for all. */
        static List<Kind> numbered(int number) {
            return number == 0 ? List.of(values()) : number == 1 ? List.of() : List.of(values()[number - 2]);
        }

        /**
         * A message as an object.
         *
         * @param merged whether it is merged into the output, where it is shown as it is elsewhere
         */
        private ShellObject message(String text, boolean merged) {
            return new ShellObject(new ObjectType(
                            "System.Management.Automation." + type,
                            Optional.of(new View.Sentence(merged ? prefix : ""))))
                    .with(this == INFORMATION ? "MessageData" : "Message", text)
                    .saying(text);
        }
    }

    /**
     * One running command.
     *
     * @param around the command that runs around it
     * @param collected its variables
     * @param redirected where its streams go, if not where those of the command around go
     */
    record Frame(@Nullable Frame around, CollectedValues collected, Map<Kind, Sink> redirected) {}

    private @Nullable Frame current;

    /** A command that begins here. */
    Frame frame(CollectedValues collected, Map<Kind, Sink> redirected) {
        return new Frame(current, collected, redirected.isEmpty() ? Map.of() : new EnumMap<>(redirected));
    }

    /** Does a part of a command's work. */
    void in(Frame frame, Runnable work) {
        @Nullable Frame before = current;
        current = frame;
        try {
            work.run();
        } finally {
            current = before;
        }
    }

    /** Prepares for the next line. */
    void reset() {
        current = null;
    }

    /** Adds a report to the variables of the commands that run; returns where it is redirected to, if it is. */
    private Optional<Sink> note(Kind kind, Object report) {
        for (Frame frame = current; frame != null; frame = frame.around()) {
            frame.collected().add(kind.variable, report);
            @Nullable Sink sink = frame.redirected().get(kind);
            if (sink != null) {
                return Optional.of(sink);
            }
        }
        return Optional.empty();
    }

    /** Adds an error that is not shown to the variables. */
    void note(ErrorRecord error) {
        note(Kind.ERROR, error);
    }

    /** Hands an error to the variables, and to where errors are redirected; returns whether they are. */
    boolean takes(ErrorRecord error) {
        Optional<Sink> sink = note(Kind.ERROR, error);
        sink.ifPresent(to -> to.accept(error));
        return sink.isPresent();
    }

    /** Adds a message that is not shown to the variables. */
    void note(Kind kind, String message) {
        note(kind, kind.message(message, false));
    }

    /** Hands a message to the variables, and to where its stream is redirected; returns whether it is. */
    boolean takes(Kind kind, String message) {
        Optional<Sink> sink = note(kind, kind.message(message, false));
        sink.ifPresent(to -> to.accept(kind.message(message, true)));
        return sink.isPresent();
    }
}
