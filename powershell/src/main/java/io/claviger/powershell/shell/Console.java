package io.claviger.powershell.shell;

import java.util.Optional;

/** The terminal, or the streams, of a session. Used by one thread. */
public interface Console {

    /** The width of a line in cells. */
    int width();

    /** Prints to standard output, without adding a line end. */
    void out(String text);

    /** Prints to standard error, without adding a line end. */
    void err(String text);

    /** Prints the prompt and reads a line; empty at the end of the input. */
    Optional<String> read(String prompt);

    /** The same, but what is typed is not shown. */
    Optional<String> readSecret(String prompt);

    /** Whether a user is there, who can be asked for missing parameters. */
    boolean interactive();

    /** Whether questions are forbidden ({@code -NonInteractive}). */
    boolean silent();

    /** Whether it shows colours. */
    boolean coloured();
}
