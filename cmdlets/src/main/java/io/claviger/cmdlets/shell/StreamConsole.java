package io.claviger.cmdlets.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A console of three streams in UTF-8. Used by one thread. */
public final class StreamConsole implements Console {

    /** The width when the output is no terminal. */
    public static final int DEFAULT_WIDTH = 120;

    private static final int LONGEST_LINE = 1 << 20;

    private final int width;
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final boolean silent;
    private final boolean coloured;

    /**
     * A console.
     *
     * @param width cells of a line
     * @param interactive whether somebody sits there
     * @param silent whether questions are forbidden
     * @param coloured whether it shows colours
     */
    public StreamConsole(
            int width,
            InputStream in,
            PrintStream out,
            PrintStream err,
            boolean interactive,
            boolean silent,
            boolean coloured) {
        this.width = width;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.silent = silent;
        this.coloured = coloured;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void out(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public void err(String text) {
        err.print(text);
        err.flush();
    }

    @Override
    public Optional<String> read(String prompt) {
        out(prompt);
        try {
            StringBuilder line = new StringBuilder();
            int next = in.read();
            boolean any = next >= 0;
            while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
                line.append((char) next);
                next = in.read();
            }
            boolean ended = !line.isEmpty() && line.charAt(line.length() - 1) == '\r';
            return any ? Optional.of(ended ? line.substring(0, line.length() - 1) : line.toString()) : Optional.empty();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    @Override
    public Optional<String> readSecret(String prompt) {
        return read(prompt);
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public boolean silent() {
        return silent;
    }

    @Override
    public boolean coloured() {
        return coloured;
    }
}
