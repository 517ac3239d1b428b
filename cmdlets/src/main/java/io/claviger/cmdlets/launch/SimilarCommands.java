package io.claviger.cmdlets.launch;

import io.claviger.powershell.command.SessionState;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jline.utils.Levenshtein;
import org.jspecify.annotations.Nullable;

/** What was meant by a command's name that is mistyped: said after the error, as PowerShell's prompt does. */
final class SimilarCommands {

    /** As many as PowerShell shows. */
    private static final int MOST = 5;

    private static final String MISTYPED = "The term '";

    private final SessionState session;
    private final Function<String, String> form;
    private @Nullable ErrorRecord before;

    private SimilarCommands(SessionState session, Function<String, String> form) {
        this.session = session;
        this.form = form;
        this.before = newest();
    }

    /** For the prompt. */
    static SimilarCommands asPowerShellSaysThem(SessionState session) {
        return new SimilarCommands(
                session,
                names -> "\n[General Feedback]\n  The most similar commands are:\n    \u27a4 " + names + "\n\n");
    }

    /** For the command line. */
    static SimilarCommands asAQuestion(SessionState session) {
        return new SimilarCommands(session, names -> "Did you mean " + names + "?\n");
    }

    /** What there is to say after a line that failed; nothing if its last error is another, or no name is near. */
    @SuppressWarnings("ReferenceEquality") // the same name may be mistyped twice
    String afterFailure() {
        ErrorRecord newest = newest();
        boolean isNew = newest != before;
        before = newest;
        if (newest == null || !isNew || !newest.message().startsWith(MISTYPED)) {
            return "";
        }
        List<String> near = near(String.valueOf(newest.target()));
        return near.isEmpty() ? "" : form.apply(String.join(", ", near));
    }

    private @Nullable ErrorRecord newest() {
        return Conversion.toList(session.variable("Error")).stream().findFirst().orElse(null)
                        instanceof ErrorRecord error
                ? error
                : null;
    }

    /** The nearest names, if they are near: a third of the letters may be wrong, missing, too many or swapped. */
    private List<String> near(String written) {
        record Name(String text, int distance) {}
        String lower = written.toLowerCase(Locale.ROOT);
        List<Name> names = Stream.concat(session.commands().stream(), session.aliases().keySet().stream())
                .filter(name -> Math.abs(name.length() - lower.length()) <= lower.length() / 3)
                .map(name -> new Name(name, Levenshtein.distance(lower, name.toLowerCase(Locale.ROOT))))
                .filter(name -> name.distance <= lower.length() / 3)
                .toList();
        Optional<Integer> least = names.stream().map(Name::distance).min(Integer::compare);
        return names.stream()
                .filter(name -> name.distance == least.orElse(0))
                .map(name -> spelled(name.text))
                .sorted()
                .limit(MOST)
                .toList();
    }

    /** The table of aliases has them in lower case; the command that an alias means spells it. */
    private String spelled(String name) {
        return session.command(name).stream()
                .flatMap(command -> command.aliases().stream())
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }
}
