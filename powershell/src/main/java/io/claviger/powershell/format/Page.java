package io.claviger.powershell.format;

import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Prints lines.
 *
 * @param out takes text with its line ends
 * @param width cells of a table's line; read for each table and list, since windows change
 * @param listWidth cells of a list's line
 * @param coloured whether labels and headings are coloured
 */
record Page(Consumer<String> out, IntSupplier width, IntSupplier listWidth, boolean coloured) {

    void line(String text) {
        out.accept(text + "\n");
    }

    String label(String text) {
        return coloured && !text.isBlank() ? "\u001b[32;1m" + text + "\u001b[0m" : text;
    }
}
