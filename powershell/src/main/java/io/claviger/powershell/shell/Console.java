package io.claviger.powershell.shell;

import java.util.Optional;

/** Where a session prints and reads. Used by one thread. */
public interface Console {

    /** How many cells a line has. */
    int width();

    /** Prints to standard output, without adding a line end. */
    void out(String text);

    /** Prints to standard error, without adding a line end. */
    void err(String text);

    /** Prints the prompt and reads a line; empty at the end of the input. */
    Optional<String> read(String prompt);

    /** The same, but nobody sees what is typed. */
    Optional<String> readSecret(String prompt);

    /** Whether somebody sits there who can be asked for what is missing. */
    boolean interactive();

    /** Whether questions are forbidden ({@code -NonInteractive}). */
    boolean silent();

    /** Whether it shows colours. */
    boolean coloured();
}
