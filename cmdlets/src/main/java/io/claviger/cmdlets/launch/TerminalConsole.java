package io.claviger.cmdlets.launch;

import io.claviger.powershell.shell.Console;
import io.claviger.powershell.shell.Flow;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** A console on a terminal, where answers can be edited like lines of the prompt. Used by one thread. */
final class TerminalConsole implements Console {

    private static final int UNKNOWN_WIDTH = 80;
    private static final char MASK = '*';

    private final Terminal terminal;
    private final LineReader answers;
    private final boolean coloured;
    private final Consumer<String> errors;

    /**
     * A console.
     *
     * @param answers reads answers; it keeps none of them
     * @param errors takes standard error if it is not this terminal
     * @param coloured whether it shows colours
     */
    TerminalConsole(Terminal terminal, LineReader answers, @Nullable Consumer<String> errors, boolean coloured) {
        this.terminal = terminal;
        this.answers = answers;
        this.errors = errors == null ? this::out : errors;
        this.coloured = coloured;
    }

    @Override
    public int width() {
        int width = terminal.getSize().getColumns();
        return width > 0 ? width : UNKNOWN_WIDTH;
    }

    @Override
    public void out(String text) {
        terminal.writer().print(text);
        terminal.writer().flush();
    }

    @Override
    public void err(String text) {
        errors.accept(text);
    }

    @Override
    public Optional<String> read(String prompt) {
        return ask(prompt, null);
    }

    @Override
    public Optional<String> readSecret(String prompt) {
        return ask(prompt, MASK);
    }

    private Optional<String> ask(String prompt, @Nullable Character mask) {
        // Only the last line is for the editor, which would wrap and redraw the others.
        int last = prompt.lastIndexOf('\n') + 1;
        out(prompt.substring(0, last));
        try {
            return Optional.of(answers.readLine(prompt.substring(last), mask));
        } catch (EndOfFileException _) {
            return Optional.empty();
        } catch (UserInterruptException _) {
            throw new Flow.Stopped();
        }
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public boolean silent() {
        return false;
    }

    @Override
    public boolean coloured() {
        return coloured;
    }
}
