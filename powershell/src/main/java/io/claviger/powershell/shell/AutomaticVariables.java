package io.claviger.powershell.shell;

import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PowerShell's variables about itself and the machine. Scripts ask them which PowerShell runs them, and where. */
final class AutomaticVariables {

    /** The release whose behaviour this language has. */
    private static final String VERSION = "7.6.9";

    private static final Set<String> NAMES = Set.of(
            "psversiontable",
            "psedition",
            "psculture",
            "psuiculture",
            "host",
            "shellid",
            "nestedpromptlevel",
            "pid",
            "islinux",
            "ismacos",
            "iswindows",
            "iscoreclr");

    private AutomaticVariables() {}

    /**
     * The value of a variable.
     *
     * @param name in lower case
     * @return empty if it is no such variable
     */
    static Optional<Object> value(String name) {
        return NAMES.contains(name) ? Optional.of(known(name)) : Optional.empty();
    }

    private static Object known(String name) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "psversiontable" -> table();
            case "psedition" -> "Core";
            case "host" -> host();
            case "shellid" -> "Microsoft.PowerShell";
            case "nestedpromptlevel" -> 0;
            case "pid" -> (int) ProcessHandle.current().pid();
            case "islinux" -> system.contains("linux");
            case "ismacos" -> system.contains("mac");
            case "iswindows" -> system.contains("windows");
            case "iscoreclr" -> true;
            default -> "en-US";
        };
    }

    private static Hashtable table() {
        Hashtable table = new Hashtable();
        table.put("PSVersion", version());
        table.put("PSEdition", "Core");
        table.put("GitCommitId", VERSION);
        table.put("OS", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        table.put("Platform", System.getProperty("os.name", "").startsWith("Windows") ? "Win32NT" : "Unix");
        return table;
    }

    private static ShellObject version() {
        List<Integer> parts = new ArrayList<>();
        for (String part : VERSION.split("\\.", -1)) {
            parts.add(Integer.parseInt(part));
        }
        return new ShellObject(ObjectType.named("System.Management.Automation.SemanticVersion"))
                .with("Major", parts.get(0))
                .with("Minor", parts.get(1))
                .with("Patch", parts.get(2))
                .with("PreReleaseLabel", null)
                .with("BuildLabel", null)
                .saying(VERSION);
    }

    private static ShellObject host() {
        @Nullable Object version = version();
        return new ShellObject(ObjectType.named("System.Management.Automation.Internal.Host.InternalHost"))
                .with("Name", "ConsoleHost")
                .with("Version", version)
                .saying("System.Management.Automation.Internal.Host.InternalHost");
    }
}
