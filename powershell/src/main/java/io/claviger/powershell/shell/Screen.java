package io.claviger.powershell.shell;

import io.claviger.powershell.command.Prompts;
import io.claviger.powershell.format.Display;
import java.util.function.Consumer;

/** Prints and asks for a session. Everything is printed in order, though a table keeps its first rows for a while. */
final class Screen {

    private final Console terminal;
    private final Console console;
    private final Prompts prompts;
    private Display display;

    Screen(Console terminal) {
        this.terminal = terminal;
        display = newDisplay();
        console = new OrderedConsole(terminal, () -> display.settle());
        prompts = new ConsolePrompts(console);
    }

    /** The width to print in. PowerShell leaves a terminal's last cell free, so that no terminal wraps a full line. */
    private int usable() {
        return terminal.interactive() ? Math.max(1, terminal.width() - 1) : terminal.width();
    }

    private Display newDisplay() {
        return new Display(terminal::out, this::usable, terminal.coloured());
    }

    /** A display that writes to another place than the terminal. */
    Display displayTo(Consumer<String> out) {
        return new Display(out, this::usable, terminal.coloured());
    }

    /** A new display, for the next line. */
    void beginLine() {
        display = newDisplay();
    }

    /** Prints what comes out of the line's pipelines. */
    Display display() {
        return display;
    }

    /** Prints everything else. */
    Console console() {
        return console;
    }

    /** Asks the user. */
    Prompts prompts() {
        return prompts;
    }
}
