package io.claviger.powershell.shell;

import io.claviger.powershell.command.ArgumentRefusal;
import io.claviger.powershell.language.Declared;
import io.claviger.powershell.language.Declared.Check;
import io.claviger.powershell.operator.Patterns;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of functions against their parameters' attributes; with PowerShell's messages. */
final class ParameterValidation {

    private static final String BINDING = "System.Management.Automation.ParameterBindingException";
    private static final String AGAIN = " and then try the command again.";

    private ParameterValidation() {}

    /**
     * Checks an argument.
     *
     * @param execution runs the blocks of {@code ValidateScript}
     */
    static void hold(Declared parameter, @Nullable Object argument, ExecutionContext execution) {
        for (Check check : parameter.checks()) {
            switch (check.rule()) {
                case FILLED -> filled(parameter, argument);
                case NOT_NULL, NOT_EMPTY -> present(parameter, check.rule(), argument);
                case COUNT ->
                    count(parameter, check, Conversion.toList(argument).size());
                default -> {
                    for (Object one : Conversion.toList(argument)) {
                        each(parameter, check, one, execution);
                    }
                }
            }
        }
    }

    /** Whether the parameter's variable keeps rules of its own. */
    static boolean keepsRules(Declared parameter) {
        return parameter.checks().stream().anyMatch(check -> check.rule() != Check.Rule.FILLED);
    }

    private static void each(Declared parameter, Check check, @Nullable Object one, ExecutionContext execution) {
        switch (check.rule()) {
            case RANGE -> range(parameter, check, one);
            case LENGTH -> length(parameter, check, Text.of(one));
            case SET -> set(parameter, check, Text.of(one));
            case SCRIPT -> script(parameter, check, one, execution);
            default -> pattern(parameter, check, Text.of(one));
        }
    }

    private static void set(Declared parameter, Check check, String text) {
        if (check.values().stream().noneMatch(text::equalsIgnoreCase)) {
            String all = String.join(",", check.values());
            throw refused(
                    parameter,
                    check,
                    text,
                    all,
                    "The argument \"" + text + "\" does not belong to the set \"" + all
                            + "\" specified by the ValidateSet attribute. Supply an argument that is in the set"
                            + AGAIN);
        }
    }

    private static void script(Declared parameter, Check check, @Nullable Object value, ExecutionContext execution) {
        List<@Nullable Object> written = new ArrayList<>();
        String text = "";
        if (execution.value(Objects.requireNonNull(check.script())) instanceof ScriptBlock block) {
            text = block.source();
            try {
                block.invoke(value, List.of(), written::add);
            } catch (TerminatingError error) {
                throw refused(parameter, error.error().message());
            }
        }
        if (!Conversion.isTrue(Conversion.unwrapped(written))) {
            throw refused(
                    parameter,
                    check,
                    Text.of(value),
                    text,
                    "The \"" + text + "\" validation script for the argument with value \"" + Text.of(value)
                            + "\" did not return a result of True. Determine why the validation script failed,"
                            + AGAIN);
        }
    }

    private static void count(Declared parameter, Check check, int count) {
        int least = Conversion.toInteger(check.values().getFirst());
        int most = Conversion.toInteger(check.values().getLast());
        if (count < least || count > most) {
            throw refused(
                    parameter,
                    (least == most
                                    ? "The parameter requires exactly " + least + " value(s) - "
                                    : "The parameter requires at least " + least + " value(s) and no more than " + most
                                            + " value(s) - ")
                            + count + " value(s) were provided.");
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

    private static void range(Declared parameter, Check check, @Nullable Object value) {
        if (check.values().size() != 2) {
            kind(parameter, check, value);
            return;
        }
        String least = check.values().getFirst();
        String most = check.values().getLast();
        if (compared(value, most) > 0) {
            throw ArgumentRefusal.above(parameter.name(), Text.of(value), most);
        }
        if (compared(value, least) < 0) {
            throw ArgumentRefusal.below(parameter.name(), Text.of(value), least);
        }
    }

    private static int compared(@Nullable Object value, String bound) {
        return Conversion.parse(bound).isPresent()
                ? Conversion.toDecimal(value).compareTo(Conversion.toDecimal(bound))
                : Text.of(value).compareToIgnoreCase(bound);
    }

    /** {@code [ValidateRange('Positive')]} and the like. */
    private static void kind(Declared parameter, Check check, @Nullable Object value) {
        int sign = Conversion.toDecimal(value).signum();
        String kind = check.values().isEmpty() ? "" : check.values().getFirst().toLowerCase(Locale.ROOT);
        String not = switch (kind) {
            case "positive" -> sign > 0 ? "" : "greater than zero";
            case "nonnegative" -> sign >= 0 ? "" : "greater than or equal to zero";
            case "negative" -> sign < 0 ? "" : "less than zero";
            case "nonpositive" -> sign <= 0 ? "" : "less than or equal to zero";
            default -> "";
        };
        if (!not.isEmpty()) {
            throw refused(
                    parameter,
                    "The argument \"" + Text.of(value) + "\" cannot be validated because its value is not " + not
                            + ".");
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
                    check,
                    text,
                    expression,
                    "The argument \"" + text + "\" does not match the \"" + expression
                            + "\" pattern. Supply an argument that matches \"" + expression
                            + "\" and try the command again.");
        }
    }

    private static TerminatingError refused(Declared parameter, Check check, String value, String rule, String why) {
        return refused(
                parameter,
                check.message().isEmpty()
                        ? why
                        : check.message().replace("{0}", value).replace("{1}", rule));
    }

    private static TerminatingError refused(Declared parameter, String why) {
        return ArgumentRefusal.of(parameter.name(), why);
    }
}
