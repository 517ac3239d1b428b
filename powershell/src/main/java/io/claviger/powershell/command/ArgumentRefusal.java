package io.claviger.powershell.command;

import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;

/** The errors for arguments that their parameter does not take, in PowerShell's words. */
public final class ArgumentRefusal {

    private static final String AGAIN = " and then try the command again.";

    private ArgumentRefusal() {}

    /** The error for one that is greater than the greatest. */
    public static TerminatingError above(String parameter, String argument, String most) {
        return of(
                parameter,
                "The " + argument + " argument is greater than the maximum allowed range of " + most
                        + ". Supply an argument that is less than or equal to " + most + AGAIN);
    }

    /** The error for one that is less than the least. */
    public static TerminatingError below(String parameter, String argument, String least) {
        return of(
                parameter,
                "The " + argument + " argument is less than the minimum allowed range of " + least
                        + ". Supply an argument that is greater than or equal to " + least + AGAIN);
    }

    /** The error for one that is refused for another reason: a sentence. */
    public static TerminatingError of(String parameter, String why) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_DATA,
                "ParameterArgumentValidationError",
                "System.Management.Automation.ParameterBindingException",
                "Cannot validate argument on parameter '" + parameter + "'. " + why));
    }
}
