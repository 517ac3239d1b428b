package io.claviger.policycli;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.cli.Option;

/**
 * What the tasks say about themselves. A paragraph is one line, and a tab stands between a name and what is said of it.
 * The launcher shows the same texts from {@code bin/help}, laid out for the terminal; a test writes them there.
 */
final class TaskHelp {

    private static final String COMMAND = "./claviger policy ";

    /** Where an example goes on in the next line. */
    private static final Pattern BROKEN = Pattern.compile(" *\\\\\\R *");

    private TaskHelp() {}

    /** All tasks, in a line each. */
    static String all(List<Task> tasks) {
        StringBuilder text = new StringBuilder("usage: ").append(COMMAND).append("TASK [options]\n\n");
        text.append("Answers questions about policies, without a server.\n\nTASKS\n");
        tasks.forEach(task -> line(text, task.name(), task.summary()));
        return text.append("\n")
                .append(COMMAND)
                .append("TASK --help shows a task's options; docs/policy-command.md says the rest.\n\n")
                .append("Exit status: 0 for yes (allowed, no errors), 1 for no, 2 when there is no answer.\n")
                .toString();
    }

    /** One task, its options and examples. */
    static String one(Task task) {
        StringBuilder text = new StringBuilder("usage: ").append(COMMAND).append(task.name());
        text.append(' ').append(task.usage()).append("\n\n");
        text.append(task.summary()).append('\n');
        task.details().forEach(detail -> text.append(detail).append('\n'));
        text.append("\nOPTIONS\n");
        for (Option option : task.options()) {
            String value = option.hasArg() ? ' ' + option.getArgName() : "";
            line(text, "--" + option.getLongOpt() + value, option.getDescription());
        }
        text.append("\nEXAMPLES\n");
        task.examples()
                .forEach(example -> text.append("  ")
                        .append(COMMAND)
                        .append(BROKEN.matcher(example).replaceAll(" "))
                        .append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String summary) {
        text.append("  ").append(name).append('\t').append(summary).append('\n');
    }
}
