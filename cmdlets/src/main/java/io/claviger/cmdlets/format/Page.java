package io.claviger.cmdlets.format;

import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Where lines go.
 *
 * @param out takes text with its line ends
 * @param width cells of a line; asked for at each table and list, since windows change
 * @param coloured whether labels and headings are coloured
 */
record Page(Consumer<String> out, IntSupplier width, boolean coloured) {

    void line(String text) {
        out.accept(text + "\n");
    }

    String label(String text) {
        return coloured && !text.isBlank() ? "\u001b[32;1m" + text + "\u001b[0m" : text;
    }
}
