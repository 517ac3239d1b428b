package io.claviger.powershell.command;

import java.util.List;

/**
 * Asks the user, at the terminal or on redirected input. Each method throws {@link
 * io.claviger.powershell.value.TerminatingError} with PowerShell's message when the session is not interactive, at the
 * end of the input, and when the question was cancelled.
 */
public interface Prompts {

    /** One of several answers: {@code label} with an ampersand before its hot key, as {@code &Yes}, and its help. */
    record Choice(String label, String help) {}

    /** Asks for a line of text, after {@code prompt}, which is printed as it is. */
    String line(String prompt);

    /** The same, but what is typed is not shown. */
    String secret(String prompt);

    /** Asks for one of the choices, as PowerShell does; the answer is its index. */
    int choice(String caption, String message, List<Choice> choices, int defaultChoice);
}
