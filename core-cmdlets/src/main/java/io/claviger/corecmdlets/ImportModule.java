package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Wildcard;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import java.util.Set;

/** Import-Module, with which scripts begin. All modules are there from the start, so it does nothing; others are not found. */
final class ImportModule {

    private ImportModule() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.core(
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
                ImportModule::run);
    }

    private static void run(Arguments arguments, CmdletContext context) {
        Set<String> here = context.session().modules();
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
}
