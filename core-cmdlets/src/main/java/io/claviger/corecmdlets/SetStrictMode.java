package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;

/** Set-StrictMode. */
final class SetStrictMode {

    /** The strictest version. */
    private static final int LATEST = 3;

    private SetStrictMode() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.core("Set-StrictMode", "Makes errors of what a script reads by mistake.")
                        .with(
                                Parameter.of(
                                                "Version",
                                                ParameterType.STRING,
                                                "1: variables that are not set; 2: also properties that are not there;"
                                                        + " 3 or Latest: also indexes outside of an array.")
                                        .alias("v")
                                        .required()
                                        .in("Version"),
                                Parameter.flag("Off", "Takes it back.")
                                        .required()
                                        .in("Off"))
                        .withExample("Set-StrictMode -Version Latest"),
                (arguments, context) -> context.session().strict(arguments.flag("Off") ? 0 : version(arguments)));
    }

    private static int version(Arguments arguments) {
        String written = arguments.text("Version").orElse("");
        if (written.equalsIgnoreCase("latest")) {
            return LATEST;
        }
        int dot = written.indexOf('.');
        String number = dot < 0 ? written : written.substring(0, dot);
        int version = Conversion.parse(number).isPresent() ? Conversion.toInteger(number) : 0;
        if (version < 1 || version > LATEST) {
            throw new TerminatingError(ErrorRecord.of(
                    ErrorCategory.INVALID_DATA,
                    "ParameterArgumentValidationError",
                    "System.Management.Automation.ParameterBindingException",
                    "Cannot validate argument on parameter 'Version'. The '" + written
                            + "' argument is not a valid PowerShell language version. Supply a valid version and then"
                            + " try the command again."));
        }
        return version;
    }
}
