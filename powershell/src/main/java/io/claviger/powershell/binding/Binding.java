package io.claviger.powershell.binding;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command line, bound.
 *
 * @param description the cmdlet
 * @param arguments those of its own parameters
 * @param common those of the common parameters
 * @param sets the parameter sets that are still possible
 */
public record Binding(CmdletDescription description, Arguments arguments, Arguments common, Set<String> sets) {

    /** Keeps its own copy. */
    public Binding {
        sets = Set.copyOf(sets);
    }

    /**
     * The arguments, with those bound from an object of the pipeline: its value if it has the parameter's type, else
     * its properties by name, else its value converted. Unlike in PowerShell, an object is never converted to text:
     * that could delete a user whose name is the name of a type.
     *
     * @throws TerminatingError if nothing is bound from it, or something mandatory is missing
     */
    public Arguments with(@Nullable Object input) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(arguments.values());
        int before = values.size();
        boolean delayed = delayed(values, input);
        List<Parameter> open = description.parameters().stream()
                .filter(one -> !arguments.has(one.name()))
                .filter(one -> one.sets().isEmpty() || one.sets().stream().anyMatch(sets::contains))
                .toList();
        open.stream()
                .filter(one -> one.fromPipeline() && ArgumentConversion.isOfType(one, input))
                .limit(1)
                .forEach(one -> values.put(one.name(), ArgumentConversion.fit(one, input, "")));
        for (Parameter parameter : open) {
            if (parameter.fromProperty() && input != null && !values.containsKey(parameter.name())) {
                property(parameter, input)
                        .ifPresent(name -> values.put(
                                parameter.name(), ArgumentConversion.fit(parameter, Members.get(input, name), "")));
            }
        }
        if (values.size() == before && ArgumentConversion.mayConvert(input)) {
            open.stream()
                    .filter(Parameter::fromPipeline)
                    .limit(1)
                    .forEach(one -> values.put(one.name(), ArgumentConversion.fitInput(one, input)));
        }
        if (values.size() == before && input == null) {
            open.stream()
                    .filter(one -> one.fromPipeline() && !one.mandatory())
                    .limit(1)
                    .forEach(one -> values.put(one.name(), null));
        }
        if (values.size() == before && !delayed) {
            throw BindingErrors.noInput();
        }
        List<Parameter> missing = open.stream()
                .filter(one -> one.mandatoryIn(arguments.parameterSet()) && !values.containsKey(one.name()))
                .filter(one -> one.sets().isEmpty() || one.sets().contains(arguments.parameterSet()))
                .toList();
        if (!missing.isEmpty()) {
            throw BindingErrors.missingFromInput(missing);
        }
        return new Arguments(values, arguments.parameterSet());
    }

    /**
     * Replaces blocks that stand for what each object gives, as {@code -UserName { $_.Login }} does; returns whether there
     * are any.
     */
    private boolean delayed(Map<String, @Nullable Object> values, @Nullable Object input) {
        boolean any = false;
        for (Parameter parameter : description.parameters()) {
            if (ArgumentConversion.isDelayed(parameter, values.get(parameter.name()))
                    && values.get(parameter.name()) instanceof ScriptBlock block) {
                List<@Nullable Object> written = new ArrayList<>();
                block.invokeInPlace(input, written::add);
                values.put(parameter.name(), ArgumentConversion.fit(parameter, Conversion.unwrapped(written), ""));
                any = true;
            }
        }
        return any;
    }

    private static Optional<String> property(Parameter parameter, Object input) {
        if (Members.names(input).stream().anyMatch(parameter.name()::equalsIgnoreCase)) {
            return Optional.of(parameter.name());
        }
        return parameter.aliases().stream()
                .filter(alias -> Members.names(input).stream().anyMatch(alias::equalsIgnoreCase))
                .findFirst();
    }
}
