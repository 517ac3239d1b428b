package io.claviger.cmdlets.launch;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Removes colours from what is printed, for a file of errors while the rest goes to a terminal. */
final class PlainErrors extends PrintStream {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    PlainErrors(PrintStream target) {
        super(target, true, StandardCharsets.UTF_8);
    }

    @Override
    public void print(String text) {
        super.print(COLOUR.matcher(text).replaceAll(""));
    }
}
