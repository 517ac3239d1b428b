package io.claviger.cmdlets.shell;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Commands that PowerShell has and this session refuses, each with the reason. */
final class Absent {

    private static final String JOBS = "Background jobs (%s) are not supported.";
    private static final String MODULES = "Modules (%s) are not supported: all cmdlets are there already.";
    private static final String CLASSES = "%s is not supported: there are no .NET classes here.";
    private static final String REMOTE = "Remote sessions (%s) are not supported.";
    private static final String FILES =
            "%s is not supported: of files there are Get-Content, Out-File, Import-Csv and Export-Csv.";
    private static final String PROGRAMS = "Programs and scripts (%s) are not run from here.";
    private static final String TEXT = "%s is not supported: no text is run as a command.";
    private static final String WEB = "%s is not supported: only IAM and STS are called.";

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("start-job", JOBS),
            Map.entry("start-threadjob", JOBS),
            Map.entry("receive-job", JOBS),
            Map.entry("wait-job", JOBS),
            Map.entry("get-job", JOBS),
            Map.entry("import-module", MODULES),
            Map.entry("install-module", MODULES),
            Map.entry("get-module", MODULES),
            Map.entry("remove-module", MODULES),
            Map.entry("new-object", CLASSES),
            Map.entry("add-type", CLASSES),
            Map.entry("invoke-command", REMOTE),
            Map.entry("enter-pssession", REMOTE),
            Map.entry("new-pssession", REMOTE),
            Map.entry("get-childitem", FILES),
            Map.entry("get-item", FILES),
            Map.entry("remove-item", FILES),
            Map.entry("copy-item", FILES),
            Map.entry("move-item", FILES),
            Map.entry("new-item", FILES),
            Map.entry("set-content", FILES),
            Map.entry("add-content", FILES),
            Map.entry("start-process", PROGRAMS),
            Map.entry("invoke-expression", TEXT),
            Map.entry("iex", TEXT),
            Map.entry("invoke-webrequest", WEB),
            Map.entry("invoke-restmethod", WEB));

    private Absent() {}

    /** Why there is no such command. */
    static String sentence(String name) {
        return reason(name)
                .map(reason -> String.format(Locale.ROOT, reason, name))
                .orElseGet(
                        () -> "The term '" + name + "' is not recognized as a name of a cmdlet, function, script file,"
                                + " or executable program.\nCheck the spelling of the name, or if a path was included, verify"
                                + " that the path is correct and try again.");
    }

    private static Optional<String> reason(String name) {
        boolean path = name.contains("/")
                || name.contains("\\")
                || name.toLowerCase(Locale.ROOT).endsWith(".ps1");
        return path ? Optional.of(PROGRAMS) : Optional.ofNullable(REASONS.get(name.toLowerCase(Locale.ROOT)));
    }
}
