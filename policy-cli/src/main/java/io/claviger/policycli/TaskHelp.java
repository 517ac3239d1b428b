package io.claviger.policycli;

import io.claviger.policycli.Screen.Tone;
import io.claviger.policycli.Table.Column;
import java.util.List;
import org.apache.commons.cli.Option;

/** What the tasks say about themselves. */
final class TaskHelp {

    private static final int WIDTH = 100;
    private static final String COMMAND = "./claviger policy ";

    private final Screen screen;

    TaskHelp(Screen screen) {
        this.screen = new Screen(screen.out(), screen.err(), Math.min(screen.columns(), WIDTH), screen.coloured());
    }

    /** All tasks, in a line each. */
    void all(List<Task> tasks) {
        StringBuilder text = new StringBuilder("usage: ").append(COMMAND).append("TASK [options]\n\n");
        Table table = new Table(screen, Column.left("TASK"), Column.left(""));
        tasks.forEach(task -> table.row(null, task.name(), task.summary()));
        screen.print(text.append(table.text())
                .append("\nExit status: 0 for yes (allowed, no errors), 1 for no, 2 when there is no answer.\n")
                .append(COMMAND)
                .append("TASK --help tells a task's options; docs/policy-command.md tells the rest.\n"));
    }

    /** One task, its options and examples. */
    void one(Task task) {
        StringBuilder text = new StringBuilder("usage: ")
                .append(COMMAND)
                .append(task.name())
                .append(' ')
                .append(task.usage())
                .append("\n\n");
        paragraph(text, task.summary());
        task.details().forEach(detail -> paragraph(text, detail));
        text.append('\n');
        Table table = new Table(screen, Column.left("OPTION"), Column.left(""));
        for (Option option : task.options()) {
            String value = option.hasArg() ? ' ' + option.getArgName() : "";
            table.row(null, "--" + option.getLongOpt() + value, option.getDescription());
        }
        text.append(table.text());
        text.append('\n').append(screen.toned(Tone.STRONG, "EXAMPLES")).append('\n');
        task.examples()
                .forEach(example ->
                        text.append("  ").append(COMMAND).append(example).append('\n'));
        screen.print(text);
    }

    private void paragraph(StringBuilder text, String words) {
        Wrapping.lines(words, screen.columns())
                .forEach(line -> text.append(line).append('\n'));
    }
}
