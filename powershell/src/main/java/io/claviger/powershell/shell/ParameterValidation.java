package io.claviger.powershell.shell;

import io.claviger.powershell.language.Statement.Check;
import io.claviger.powershell.language.Statement.Declared;
import io.claviger.powershell.operator.Patterns;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of functions against their parameters' attributes; with PowerShell's messages. */
final class ParameterValidation {

    private static final String BINDING = "System.Management.Automation.ParameterBindingException";
    private static final String AGAIN = " and then try the command again.";

    private ParameterValidation() {}

    static void hold(Declared parameter, @Nullable Object argument) {
        for (Check check : parameter.checks()) {
            if (check.rule() == Check.Rule.FILLED) {
                filled(parameter, argument);
            } else if (check.rule() == Check.Rule.NOT_NULL || check.rule() == Check.Rule.NOT_EMPTY) {
                present(parameter, check.rule(), argument);
            } else {
                Conversion.toList(argument).forEach(one -> {
                    switch (check.rule()) {
                        case RANGE -> range(parameter, check, Conversion.toDecimal(one));
                        case LENGTH -> length(parameter, check, Text.of(one));
                        default -> pattern(parameter, check, Text.of(one));
                    }
                });
            }
        }
    }

    private static void filled(Declared parameter, @Nullable Object argument) {
        String why = argument == null
                ? "null"
                : argument.equals("") && parameter.type().equalsIgnoreCase("string")
                        ? "an empty string"
                        : argument instanceof List<?> items && items.isEmpty() ? "an empty array" : "";
        if (!why.isEmpty()) {
            throw new TerminatingError(ErrorRecord.of(
                    ErrorCategory.INVALID_DATA,
                    "ParameterArgumentValidationError",
                    BINDING,
                    "Cannot bind argument to parameter '" + parameter.name() + "' because it is " + why + "."));
        }
    }

    private static void present(Declared parameter, Check.Rule rule, @Nullable Object argument) {
        boolean mayBeEmpty = rule == Check.Rule.NOT_NULL;
        boolean empty = argument == null
                || (!mayBeEmpty
                        && (argument.equals("")
                                || (argument instanceof List<?> items
                                        && (items.isEmpty()
                                                || items.stream().anyMatch(item -> item == null || item.equals(""))))));
        if (empty) {
            throw refused(
                    parameter,
                    mayBeEmpty
                            ? "The argument is null. Provide a valid value for the argument, and then try running the"
                                    + " command again."
                            : "The argument is null or empty. Provide an argument that is not null or empty, and then"
                                    + " try the command again.");
        }
    }

    private static void range(Declared parameter, Check check, BigDecimal number) {
        BigDecimal least = Conversion.toDecimal(check.values().getFirst());
        BigDecimal most = Conversion.toDecimal(check.values().getLast());
        if (number.compareTo(most) > 0) {
            throw refused(
                    parameter,
                    "The " + Text.of(number) + " argument is greater than the maximum allowed range of "
                            + Text.of(most) + ". Supply an argument that is less than or equal to " + Text.of(most)
                            + AGAIN);
        }
        if (number.compareTo(least) < 0) {
            throw refused(
                    parameter,
                    "The " + Text.of(number) + " argument is less than the minimum allowed range of "
                            + Text.of(least) + ". Supply an argument that is greater than or equal to "
                            + Text.of(least) + AGAIN);
        }
    }

    private static void length(Declared parameter, Check check, String text) {
        int least = Conversion.toInteger(check.values().getFirst());
        int most = Conversion.toInteger(check.values().getLast());
        if (text.length() < least) {
            throw refused(
                    parameter,
                    "The character length (" + text.length() + ") of the argument is too short. Specify an argument"
                            + " with a length that is greater than or equal to \"" + least + "\"," + AGAIN);
        }
        if (text.length() > most) {
            throw refused(
                    parameter,
                    "The character length of the " + text.length() + " argument is too long. Shorten the character"
                            + " length of the argument so it is fewer than or equal to \"" + most + "\" characters,"
                            + AGAIN);
        }
    }

    private static void pattern(Declared parameter, Check check, String text) {
        String expression = String.join("", check.values());
        if (Patterns.match(text, expression, false).isEmpty()) {
            throw refused(
                    parameter,
                    "The argument \"" + text + "\" does not match the \"" + expression
                            + "\" pattern. Supply an argument that matches \"" + expression
                            + "\" and try the command again.");
        }
    }

    private static TerminatingError refused(Declared parameter, String why) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_DATA,
                "ParameterArgumentValidationError",
                BINDING,
                "Cannot validate argument on parameter '" + parameter.name() + "'. " + why));
    }
}
