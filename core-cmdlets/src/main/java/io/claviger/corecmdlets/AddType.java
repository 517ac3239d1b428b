package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ErrorCategory;
import java.util.List;

/** Add-Type, with which scripts begin. It does nothing for the assemblies whose static members are there; it refuses others. */
final class AddType {

    private static final List<String> ASSEMBLIES = List.of("System.Web", "System.Web.HttpUtility");

    private AddType() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.utility(
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
                AddType::run);
    }

    private static void run(Arguments arguments, CmdletContext context) {
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
        return CoreDescriptions.problem(ErrorCategory.NOT_IMPLEMENTED, "NotSupported", message);
    }
}
