package io.claviger.powershell.core;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Wildcard;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Import-Module and Add-Type, with which scripts begin. What is here is here from the start, so that bringing it in does
 * nothing; nothing else can be brought in.
 */
final class Loading {

    /** AWS Tools in one piece; their cmdlets say that they are of the pieces. */
    private static final List<String> WHOLE = List.of("AWSPowerShell", "AWSPowerShell.NetCore");

    /** Those with the classes whose static members are here. */
    private static final List<String> ASSEMBLIES = List.of("System.Web", "System.Web.HttpUtility");

    private Loading() {}

    static Cmdlet module() {
        return Cmdlet.of(
                Describing.core(
                                "Import-Module",
                                "Does nothing for modules whose cmdlets are here; others are not found.")
                        .withAliases("ipmo")
                        .with(
                                Parameter.of("Name", ParameterType.STRING.many(), "The modules.")
                                        .at(0)
                                        .required()
                                        .byValue(),
                                Parameter.of("MinimumVersion", ParameterType.STRING, "Has no effect."),
                                Parameter.of("RequiredVersion", ParameterType.STRING, "Has no effect."),
                                Parameter.flag("Force", "Has no effect."),
                                Parameter.flag("Global", "Has no effect."),
                                Parameter.flag("DisableNameChecking", "Has no effect."))
                        .withExample("Import-Module AWS.Tools.IdentityManagement"),
                Loading::importModules);
    }

    static Cmdlet type() {
        return Cmdlet.of(
                Describing.utility(
                                "Add-Type", "Does nothing for assemblies whose classes are here; others are refused.")
                        .with(
                                Parameter.of("TypeDefinition", ParameterType.STRING, "Source text, which is refused.")
                                        .at(0)
                                        .required()
                                        .in("FromSource"),
                                Parameter.of("AssemblyName", ParameterType.STRING.many(), "The assemblies.")
                                        .alias("AN")
                                        .required()
                                        .in("FromAssemblyName"))
                        .withExample("Add-Type -AssemblyName System.Web"),
                Loading::addTypes);
    }

    private static void importModules(Arguments arguments, CmdletContext context) {
        Set<String> here = context.session().commands().stream()
                .flatMap(name -> context.session().command(name).stream())
                .map(cmdlet -> cmdlet.module())
                .collect(Collectors.toSet());
        here.addAll(WHOLE);
        for (String name : arguments.texts("Name")) {
            if (here.stream().noneMatch(module -> Wildcard.matches(name, module))) {
                context.writeError(ErrorRecord.of(
                                ErrorCategory.RESOURCE_UNAVAILABLE,
                                "Modules_ModuleNotFound",
                                "System.IO.FileNotFoundException",
                                "The specified module '" + name
                                        + "' was not loaded: there are no modules here but those"
                                        + " whose cmdlets are there from the start.")
                        .about(name));
            }
        }
    }

    private static void addTypes(Arguments arguments, CmdletContext context) {
        if (arguments.has("TypeDefinition")) {
            throw absent("Source text is not made into types: there are no .NET classes here.");
        }
        arguments.texts("AssemblyName").stream()
                .filter(name -> ASSEMBLIES.stream().noneMatch(name::equalsIgnoreCase))
                .findFirst()
                .ifPresent(name -> {
                    throw absent("Cannot add type. The assembly '" + name
                            + "' could not be found: there are no .NET classes here but a few of System's.");
                });
    }

    private static RuntimeException absent(String message) {
        return Describing.problem(ErrorCategory.NOT_IMPLEMENTED, "NotSupported", message);
    }
}
