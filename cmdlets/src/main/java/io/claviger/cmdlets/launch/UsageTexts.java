package io.claviger.cmdlets.launch;

/** What {@code --help} prints. */
final class UsageTexts {

    private static final String RUN = """
            usage: ./claviger run [-NonInteractive] SCRIPT.ps1 [ARGUMENTS]

            Runs a script of cmdlets. Its arguments are read as on a command line: -Name value for what its
            param() names, the rest in order, or in $args.

              -NonInteractive  nothing is asked; a cmdlet that would ask fails instead

            Exit code: what exit says; 1 when an error ends the script, else 0; 130 after Ctrl-C.
            docs/shell.md tells the rest.
            """;

    private static final String SHELL = """
            usage: ./claviger shell

            Opens a prompt for cmdlets. Tab completes, Ctrl-C stops what runs, Ctrl-D or exit ends it.
            One cmdlet alone needs no prompt: ./claviger Get-IAMUserList
            docs/shell.md tells the rest.
            """;

    private UsageTexts() {}

    static String of(String word) {
        return word.equals(Invocation.RUN) ? RUN : SHELL;
    }
}
