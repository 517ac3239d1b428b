package io.claviger.powershell.binding;

import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.Completion;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters that every cmdlet has. */
public final class CommonParameters {

    /** The preferences; the index of each is its number in PowerShell. */
    private static final List<String> PREFERENCES =
            List.of("SilentlyContinue", "Stop", "Continue", "Inquire", "Ignore", "Suspend", "Break");

    private static final String PREFERENCE = "System.Management.Automation.ActionPreference";

    private static final ParameterType ACTION = ParameterType.of(PREFERENCE, CommonParameters::preference);

    private static final List<Parameter> ALL = List.of(
            Parameter.flag("Verbose", "Shows more of what is done.").alias("vb"),
            Parameter.flag("Debug", "Shows what helps to find a fault.").alias("db"),
            action("ErrorAction", "ea", "What happens at an error that does not end the command."),
            action("WarningAction", "wa", "What happens at a warning."),
            action("InformationAction", "infa", "What happens at an information."),
            action("ProgressAction", "proga", "Taken, without effect: no progress is shown."),
            variable("ErrorVariable", "ev", "Gets the errors."),
            variable("WarningVariable", "wv", "Gets the warnings."),
            variable("InformationVariable", "iv", "Taken, without effect."),
            variable("OutVariable", "ov", "Gets the output; with + before the name, in addition to what is there."),
            Parameter.of("OutBuffer", ParameterType.INTEGER, "Taken, without effect.")
                    .alias("ob"),
            variable("PipelineVariable", "pv", "Gets each object as it is handed on."));

    private static final List<Parameter> WITH_CONFIRMATION = Stream.concat(
                    ALL.stream(),
                    Stream.of(
                            Parameter.flag("WhatIf", "Says what would be done, and does nothing.")
                                    .alias("wi"),
                            Parameter.flag("Confirm", "Asks before it acts.").alias("cf")))
            .toList();

    private CommonParameters() {}

    private static Parameter action(String name, String alias, String help) {
        return Parameter.of(name, ACTION, help)
                .alias(alias)
                .offering(Completion.of("Continue", "Ignore", "Inquire", "SilentlyContinue", "Stop"));
    }

    private static Parameter variable(String name, String alias, String help) {
        return Parameter.of(name, ParameterType.STRING, help).alias(alias);
    }

    /**
     * A value of {@code $ErrorActionPreference} and similar variables, as PowerShell spells it; beginnings of the
     * names, and their numbers, are accepted too.
     *
     * @throws TerminatingError for anything else, and for preferences that are not supported
     */
    public static String preference(@Nullable Object value) {
        String written = Text.of(value);
        List<String> meant = written.matches("[0-6]")
                ? List.of(PREFERENCES.get(Integer.parseInt(written)))
                : meant(written.toLowerCase(Locale.ROOT));
        if (meant.size() != 1) {
            throw Conversion.impossible(
                    value,
                    PREFERENCE,
                    "Unable to match the identifier name " + written
                            + " to a valid enumerator name. Specify one of the following enumerator names and try again:"
                            + "\n" + String.join(", ", PREFERENCES));
        }
        return switch (meant.getFirst()) {
            case "Suspend" ->
                throw refused("The value Suspend is not supported for an ActionPreference variable. The provided value"
                        + " should be used only as a value for a preference parameter. For more information, see the"
                        + " Help topic, \"about_Preference_Variables.\"");
            case "Break" -> throw refused("The value Break is not supported: there is no debugger.");
            default -> meant.getFirst();
        };
    }

    private static List<String> meant(String written) {
        List<String> begun = PREFERENCES.stream()
                .filter(name ->
                        !written.isEmpty() && name.toLowerCase(Locale.ROOT).startsWith(written))
                .toList();
        List<String> exact =
                begun.stream().filter(name -> name.equalsIgnoreCase(written)).toList();
        return exact.isEmpty() ? begun : exact;
    }

    private static TerminatingError refused(String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_ARGUMENT,
                "InvalidActionPreference",
                "System.Management.Automation.PSInvalidCastException",
                message));
    }

    /** The common parameters of a cmdlet with this impact. */
    public static List<Parameter> of(Impact impact) {
        return impact == Impact.NONE ? ALL : WITH_CONFIRMATION;
    }
}
