package io.claviger.policycli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code claviger policy}: a word for the question about policies, then its options. Needs no server, no data and no
 * network. For one thread.
 */
public final class PolicyProgram {

    private static final String NAME = "policy";

    /** What asks for help; one dash is enough for an option's name, too. */
    private static final Set<String> HELP = Set.of("--help", "-help", "-h");

    private static final int ANSWERED = 0;
    private static final int UNANSWERED = 2;

    private final Screen screen;
    private final Path directory;
    private final InputStream in;
    private final List<Task> tasks =
            List.of(ValidateTask.TASK, DecideTask.TASK, ExpandTask.TASK, KeysTask.TASK, FormatTask.TASK);

    /**
     * A program that meets the outside through these alone.
     *
     * @param directory where files are whose names do not begin at the root
     * @param in what {@code -} stands for where a file is wanted
     * @param out where answers go
     * @param err where goes what keeps them from being given
     * @param environment the environment's variables: {@code NO_COLOR}, {@code TERM}, and
     *     {@code CLAVIGER_TERMINAL_COLUMNS}, by which the launcher says how wide the terminal is, if there is one
     */
    public PolicyProgram(
            Path directory, InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
        this.directory = directory;
        this.screen = Screen.of(out, err, environment);
        this.in = in;
    }

    /**
     * Answers a question.
     *
     * @param words what was given after {@code claviger policy}
     * @return the exit status: 0 for yes (all allowed, no errors found), 1 for no, 2 when there is no answer
     */
    public int run(List<String> words) {
        String word = words.isEmpty() ? "" : words.getFirst();
        if (word.equals("help") || HELP.contains(word)) {
            screen.print(TaskHelp.all(tasks));
            return ANSWERED;
        }
        String helped = NAME;
        try {
            Task task = tasks.stream()
                    .filter(candidate -> candidate.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> unknown(word));
            helped = NAME + ' ' + task.name();
            if (words.stream().anyMatch(HELP::contains)) {
                screen.print(TaskHelp.one(task));
                return ANSWERED;
            }
            Sources sources = new Sources(directory, in);
            int status = task.run(words.subList(1, words.size()), screen, sources);
            if (!task.equals(ValidateTask.TASK)) {
                sources.marked().forEach(name -> screen.hint("claviger: " + name + " " + Examination.MARKED));
            }
            return status;
        } catch (NoAnswer none) {
            screen.hint("claviger: " + none.getMessage());
            if (none.isMisuse()) {
                screen.hint("Try: ./claviger " + helped + " --help");
            }
            return UNANSWERED;
        } catch (RuntimeException fault) {
            // Not left to who called: a fault is no answer, and must not look like "no".
            fault.printStackTrace(screen.err());
            return UNANSWERED;
        }
    }

    private NoAnswer unknown(String word) {
        String known = String.join(", ", tasks.stream().map(Task::name).toList());
        return NoAnswer.misused(
                word.isEmpty() ? "policy needs one of: " + known : "no policy " + word + "; there are: " + known);
    }
}
