package io.claviger.powershell.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A console of three streams in UTF-8. If its output is no longer read, the line is stopped, as {@code | head} in a
 * shell expects. Used by one thread.
 */
public final class StreamConsole implements Console {

    /** The width if the output is no terminal. */
    public static final int DEFAULT_WIDTH = 120;

    private static final int LONGEST_LINE = 1 << 20;

    private final int width;
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final boolean silent;
    private final boolean coloured;
    private final @Nullable Function<String, Optional<String>> hidden;
    private boolean unread;

    /**
     * A console.
     *
     * @param width cells of a line
     * @param interactive whether a user is there
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
        this(
                width,
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
                out,
                err,
                interactive,
                silent,
                coloured,
                null);
    }

    private StreamConsole(
            int width,
            BufferedReader in,
            PrintStream out,
            PrintStream err,
            boolean interactive,
            boolean silent,
            boolean coloured,
            @Nullable Function<String, Optional<String>> hidden) {
        this.width = width;
        this.in = in;
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.silent = silent;
        this.coloured = coloured;
        this.hidden = hidden;
    }

    /**
     * The same, but with another way to ask for secrets, given the prompt: returns the line that was typed unseen;
     * empty at the end of the input.
     */
    public StreamConsole hiding(Function<String, Optional<String>> asking) {
        return new StreamConsole(width, in, out, err, interactive, silent, coloured, asking);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void out(String text) {
        out.print(text);
        if (!unread && out.checkError()) {
            unread = true;
            throw new Flow.Stopped();
        }
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
        return hidden == null ? read(prompt) : hidden.apply(prompt);
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
