package io.claviger.powershell.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cmdlet's name, parameters and help.
 *
 * @param name {@code Verb-Noun}
 * @param typeName the .NET name of the class that is it in PowerShell, the second half of {@code FullyQualifiedErrorId}
 * @param aliases other names
 * @param module what {@code Get-Command} shows as its source, such as {@code Microsoft.PowerShell.Utility}
 * @param parameters its own parameters, in the order in which help shows them; the common ones (Verbose, ErrorAction,
 *     ...) are added by the shell
 * @param impact whether and how readily it asks before it acts
 * @param defaultSet the parameter set that counts if several fit; empty for the first one
 * @param mustChooseSet whether it is an error if several sets fit, none of them the default one
 * @param synopsis one sentence
 * @param example a command line and nothing else; may have several lines; empty when there is none
 * @param output what it writes
 */
public record CmdletDescription(
        String name,
        String typeName,
        List<String> aliases,
        String module,
        List<Parameter> parameters,
        Impact impact,
        String defaultSet,
        boolean mustChooseSet,
        HelpText synopsis,
        HelpText example,
        Output output) {

    /** Whether a cmdlet has {@code -WhatIf} and {@code -Confirm}, and at which {@code $ConfirmPreference} it asks. */
    public enum Impact {
        /** It changes nothing, and has neither {@code -WhatIf} nor {@code -Confirm}. */
        NONE,
        /** Asks only when told to. */
        LOW,
        /** Asks when {@code $ConfirmPreference} is Medium or lower. */
        MEDIUM,
        /** Asks unless told not to. */
        HIGH
    }

    /** Keeps its own copies. */
    public CmdletDescription {
        aliases = List.copyOf(aliases);
        parameters = List.copyOf(parameters);
    }

    /** A description of name, module and synopsis; the rest is added by the {@code with} methods. */
    public static CmdletDescription of(String name, String module, String synopsis) {
        return new CmdletDescription(
                name,
                name,
                List.of(),
                module,
                List.of(),
                Impact.NONE,
                "",
                false,
                HelpText.of(synopsis),
                HelpText.of(""),
                Output.UNKNOWN);
    }

    /** The same with these parameters. */
    public CmdletDescription with(Parameter... added) {
        return withParameters(List.of(added));
    }

    /** The same with these parameters. */
    public CmdletDescription withParameters(List<Parameter> all) {
        return new CmdletDescription(
                name, typeName, aliases, module, all, impact, defaultSet, mustChooseSet, synopsis, example, output);
    }

    /** The same under further names. */
    public CmdletDescription withAliases(String... names) {
        return new CmdletDescription(
                name,
                typeName,
                List.of(names),
                module,
                parameters,
                impact,
                defaultSet,
                mustChooseSet,
                synopsis,
                example,
                output);
    }

    /** The same with a .NET class name. */
    public CmdletDescription withTypeName(String type) {
        return new CmdletDescription(
                name, type, aliases, module, parameters, impact, defaultSet, mustChooseSet, synopsis, example, output);
    }

    /** The same with {@code -WhatIf} and {@code -Confirm}, unless it is {@link Impact#NONE}. */
    public CmdletDescription withImpact(Impact of) {
        return new CmdletDescription(
                name, typeName, aliases, module, parameters, of, defaultSet, mustChooseSet, synopsis, example, output);
    }

    /** The same with parameter sets of which one must fit: the default one, unless that is empty, or the only one. */
    public CmdletDescription withDefaultSet(String set) {
        return new CmdletDescription(
                name, typeName, aliases, module, parameters, impact, set, true, synopsis, example, output);
    }

    /** The same with an example. */
    public CmdletDescription withExample(String line) {
        return withHelp(synopsis, HelpText.of(line), output);
    }

    /** The same with a synopsis, an example and an output that are read only when they are needed. */
    public CmdletDescription withHelp(HelpText sentence, HelpText line, Output written) {
        return new CmdletDescription(
                name,
                typeName,
                aliases,
                module,
                parameters,
                impact,
                defaultSet,
                mustChooseSet,
                sentence,
                line,
                written);
    }

    /** The same with the type name of its output. */
    public CmdletDescription withOutput(String type) {
        return withHelp(synopsis, example, Output.of(type));
    }

    /** The parameter of this name or alias, without regard to case. */
    public Optional<Parameter> parameter(String named) {
        String wanted = named.toLowerCase(Locale.ROOT);
        return parameters.stream().filter(one -> one.isCalled(wanted)).findFirst();
    }
}
