package io.claviger.powershell.shell;

import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commands of PowerShell that do not exist here, with the reason for each. */
final class UnsupportedCommands {

    private static final String JOBS = "Background jobs (%s) are not supported.";
    private static final String MODULES = "Modules (%s) are not supported: all cmdlets are there already.";
    private static final String CLASSES = "%s is not supported: there are no .NET classes here.";
    private static final String REMOTE = "Remote sessions (%s) are not supported.";
    private static final String FILES =
            "%s is not supported: files are read and written by Get-Content, Set-Content, Add-Content, Out-File, Import-Csv and Export-Csv.";
    private static final String PROGRAMS = "Programs and scripts (%s) are not run from here.";
    private static final String TEXT = "%s is not supported: no text is run as a command.";

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("start-job", JOBS),
            Map.entry("start-threadjob", JOBS),
            Map.entry("receive-job", JOBS),
            Map.entry("wait-job", JOBS),
            Map.entry("get-job", JOBS),
            Map.entry("install-module", MODULES),
            Map.entry("get-module", MODULES),
            Map.entry("remove-module", MODULES),
            Map.entry("new-object", CLASSES),
            Map.entry("invoke-command", REMOTE),
            Map.entry("enter-pssession", REMOTE),
            Map.entry("new-pssession", REMOTE),
            Map.entry("get-childitem", FILES),
            Map.entry("get-item", FILES),
            Map.entry("copy-item", FILES),
            Map.entry("move-item", FILES),
            Map.entry("new-item", FILES),
            Map.entry("set-content", FILES),
            Map.entry("add-content", FILES),
            Map.entry("start-process", PROGRAMS),
            Map.entry("invoke-expression", TEXT),
            Map.entry("iex", TEXT));

    /** PowerShell's other commands. */
    private static final Set<String> OTHERS = Set.of("""
                    clear-content clear-host compare-object convert-path convertfrom-securestring convertfrom-stringdata
                    convertto-securestring convertto-xml copy-itemproperty debug-job disable-psbreakpoint
                    enable-psbreakpoint enter-pshostprocess exit-pssession export-alias export-clixml
                    export-modulemember export-pssession format-custom format-hex get-acl get-alias get-clipboard
                    get-computerinfo get-credential get-culture get-event get-executionpolicy get-filehash
                    get-formatdata get-host get-itemproperty get-itempropertyvalue get-location get-markdownoption
                    get-process get-psbreakpoint get-pscallstack get-psdrive get-psprovider get-pssession get-random
                    get-runspace get-securerandom get-service get-timezone get-tracesource get-typedata get-uiculture
                    get-unique get-uptime get-verb import-alias import-clixml import-localizeddata
                    import-powershelldatafile import-pssession invoke-history invoke-item invoke-restmethod
                    invoke-webrequest join-path join-string
                    measure-command move-itemproperty new-alias new-event new-guid new-itemproperty new-module
                    new-psdrive new-temporaryfile new-variable out-gridview out-printer pop-location push-location
                    read-psbreakpoint register-argumentcompleter register-engineevent register-objectevent remove-alias
                    remove-event remove-itemproperty remove-job remove-psdrive remove-pssession rename-item resolve-path
                    resume-job select-string select-xml send-mailmessage set-acl set-alias set-clipboard set-date
                    set-executionpolicy set-item set-itemproperty set-location set-psbreakpoint set-psdebug set-service
                    set-strictmode set-timezone set-tracesource show-command show-markdown split-path start-transcript
                    stop-computer stop-job stop-process stop-service stop-transcript suspend-job test-connection
                    test-json test-path trace-command unblock-file unregister-event update-formatdata update-list
                    update-typedata wait-debugger wait-event wait-process write-information""".split("\\s+", -1));

    private static final String OTHER = "%s is not supported; Get-Command lists the cmdlets that there are.";

    private UnsupportedCommands() {}

    /**
     * The error for a command that does not exist.
     *
     * @param leftOut why the session's cmdlets do without it, if they say so
     */
    static ErrorRecord notFound(String name, Optional<String> leftOut) {
        return ErrorRecord.of(
                        ErrorCategory.OBJECT_NOT_FOUND,
                        "CommandNotFoundException",
                        "System.Management.Automation.CommandNotFoundException",
                        sentence(name, leftOut))
                .about(name)
                .at(new ErrorRecord.Origin(name, "", "", 0, "", 0, 0));
    }

    private static String sentence(String name, Optional<String> leftOut) {
        return leftOut.map(reason -> name + " is not supported: " + reason)
                .or(() -> reason(name).map(reason -> String.format(Locale.ROOT, reason, name)))
                .orElseGet(
                        () -> "The term '" + name + "' is not recognized as a name of a cmdlet, function, script file,"
                                + " or executable program.\nCheck the spelling of the name, or if a path was included, verify"
                                + " that the path is correct and try again.");
    }

    private static Optional<String> reason(String name) {
        boolean path = name.contains("/")
                || name.contains("\\")
                || name.toLowerCase(Locale.ROOT).endsWith(".ps1");
        String key = name.toLowerCase(Locale.ROOT);
        return path
                ? Optional.of(PROGRAMS)
                : Optional.ofNullable(REASONS.getOrDefault(key, OTHERS.contains(key) ? OTHER : null));
    }
}
