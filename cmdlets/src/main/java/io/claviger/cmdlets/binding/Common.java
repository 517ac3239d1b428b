package io.claviger.cmdlets.binding;

import io.claviger.cmdlets.command.CmdletDescription.Impact;
import io.claviger.cmdlets.command.Completion;
import io.claviger.cmdlets.command.Parameter;
import io.claviger.cmdlets.command.ParameterType;
import io.claviger.cmdlets.value.Conversion;
import io.claviger.cmdlets.value.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters that every cmdlet has. */
public final class Common {

    private static final Map<String, String> PREFERENCES = Map.of(
            "silentlycontinue", "SilentlyContinue",
            "stop", "Stop",
            "continue", "Continue",
            "ignore", "Ignore",
            "inquire", "Inquire",
            "break", "Stop");

    private static final String PREFERENCE = "System.Management.Automation.ActionPreference";

    private static final ParameterType ACTION = ParameterType.of(PREFERENCE, Common::preference);

    private static final List<Parameter> ALL = List.of(
            Parameter.flag("Verbose", "Tells more of what is done.").alias("vb"),
            Parameter.flag("Debug", "Tells what helps to find a fault.").alias("db"),
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

    private Common() {}

    private static Parameter action(String name, String alias, String help) {
        return Parameter.of(name, ACTION, help)
                .alias(alias)
                .offering(Completion.of("Continue", "Ignore", "Inquire", "SilentlyContinue", "Stop"));
    }

    private static Parameter variable(String name, String alias, String help) {
        return Parameter.of(name, ParameterType.STRING, help).alias(alias);
    }

    /** What {@code $ErrorActionPreference} and its kin mean, spelt as PowerShell does; an error for anything else. */
    public static Object preference(@Nullable Object value) {
        String found = PREFERENCES.get(Text.of(value).toLowerCase(Locale.ROOT));
        if (found == null) {
            throw Conversion.impossible(
                    value,
                    PREFERENCE,
                    "Unable to match the identifier name " + Text.of(value)
                            + " to a valid enumerator name. Specify one of the following enumerator names and try again:"
                            + " SilentlyContinue, Stop, Continue, Inquire, Ignore, Suspend, Break");
        }
        return found;
    }

    /** The common parameters of a cmdlet. */
    public static List<Parameter> of(Impact impact) {
        return impact == Impact.NONE ? ALL : WITH_CONFIRMATION;
    }
}
