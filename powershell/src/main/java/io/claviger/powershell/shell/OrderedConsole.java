package io.claviger.powershell.shell;

import java.util.Optional;

/**
 * A console that first prints the rows that a table has kept, so that everything is printed in order.
 *
 * @param console the console to print on
 * @param before prints the kept rows
 */
record OrderedConsole(Console console, Runnable before) implements Console {

    @Override
    public int width() {
        return console.width();
    }

    @Override
    public void out(String text) {
        before.run();
        console.out(text);
    }

    @Override
    public void err(String text) {
        before.run();
        console.err(text);
    }

    @Override
    public Optional<String> read(String prompt) {
        before.run();
        return console.read(prompt);
    }

    @Override
    public Optional<String> readSecret(String prompt) {
        before.run();
        return console.readSecret(prompt);
    }

    @Override
    public boolean interactive() {
        return console.interactive();
    }

    @Override
    public boolean silent() {
        return console.silent();
    }

    @Override
    public boolean coloured() {
        return console.coloured();
    }
}
