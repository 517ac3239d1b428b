package io.claviger.cmdlets.launch;

/**
 * What {@code --help} prints. A paragraph is one line, and a tab stands between a name and what is said of it. The
 * launcher shows the same texts from {@code bin/help}, laid out for the terminal; a test writes them there.
 */
final class UsageTexts {

    private static final String RUN = """
            usage: ./claviger run [-NonInteractive] SCRIPT.ps1 [ARGUMENTS]

            Runs a script of cmdlets; - is one on standard input. Its arguments are read as on a command line: \
            -Name value for what its param() names, the rest in order, or in $args.

            OPTIONS
              -NonInteractive\tNothing is asked; a cmdlet that would ask fails instead

            Exit status: what exit says; 1 when an error ends the script, else 0; 130 after Ctrl-C. docs/shell.md says \
            the rest.
            """;

    private static final String SHELL = """
            usage: ./claviger shell

            Opens a prompt for cmdlets. Tab completes, Ctrl-C stops what runs, Ctrl-D or exit ends it. If standard \
            input is no terminal, its lines are run.

            One cmdlet alone needs no prompt: ./claviger Get-IAMUserList

            Exit status: what exit says; at a prompt else 0, without one that of the last line. docs/shell.md says the \
            rest.
            """;

    private UsageTexts() {}

    static String of(String word) {
        return word.equals(Invocation.RUN) ? RUN : SHELL;
    }
}
