package io.claviger.corecmdlets;

import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;

/** Bounds of numbers that are arguments, with PowerShell's messages. */
final class Ranges {

    private static final String AGAIN = " and then try the command again.";

    private Ranges() {}

    /** The parameter, for numbers from this one on. */
    static Parameter from(int least, Parameter parameter) {
        return within(least, Integer.MAX_VALUE, parameter);
    }

    /** The parameter, for numbers from the first to the second. */
    static Parameter within(int least, int most, Parameter parameter) {
        return parameter.holding(value -> {
            for (Object one : Conversion.toList(value)) {
                int number = Conversion.toInteger(one);
                if (number > most) {
                    throw refused(
                            parameter,
                            number + " argument is greater than the maximum allowed range of " + most
                                    + ". Supply an argument that is less than or equal to " + most);
                }
                if (number < least) {
                    throw refused(
                            parameter,
                            number + " argument is less than the minimum allowed range of " + least
                                    + ". Supply an argument that is greater than or equal to " + least);
                }
            }
        });
    }

    private static TerminatingError refused(Parameter parameter, String why) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_DATA,
                "ParameterArgumentValidationError",
                "System.Management.Automation.ParameterBindingException",
                "Cannot validate argument on parameter '" + parameter.name() + "'. The " + why + AGAIN));
    }
}
