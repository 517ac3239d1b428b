package io.claviger.powershell.binding;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.TerminatingError;
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
     * The arguments with those that an object of the pipeline brings: by its value when it is of the parameter's type, by
     * its properties' names, and only then by its value, converted. An object is never made into text to fit: PowerShell
     * does that, and then deletes a user whose name is the name of a type.
     *
     * @throws TerminatingError when it brings nothing, or not what is mandatory
     */
    public Arguments with(@Nullable Object input) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(arguments.values());
        int before = values.size();
        List<Parameter> open = description.parameters().stream()
                .filter(one -> !arguments.has(one.name()))
                .filter(one -> one.sets().isEmpty() || one.sets().stream().anyMatch(sets::contains))
                .toList();
        open.stream()
                .filter(one -> one.fromPipeline() && Fitting.isOfType(one, input))
                .limit(1)
                .forEach(one -> values.put(one.name(), Fitting.fit(one, input, "")));
        for (Parameter parameter : open) {
            if (parameter.fromProperty() && input != null && !values.containsKey(parameter.name())) {
                property(parameter, input)
                        .ifPresent(name ->
                                values.put(parameter.name(), Fitting.fit(parameter, Members.get(input, name), "")));
            }
        }
        if (values.size() == before && Fitting.mayConvert(input)) {
            open.stream()
                    .filter(Parameter::fromPipeline)
                    .limit(1)
                    .forEach(one -> values.put(one.name(), Fitting.fit(one, input, "")));
        }
        if (values.size() == before) {
            throw BindingErrors.noInput();
        }
        List<Parameter> missing = open.stream()
                .filter(one -> one.mandatory() && !values.containsKey(one.name()))
                .filter(one -> one.sets().isEmpty() || one.sets().contains(arguments.parameterSet()))
                .toList();
        if (!missing.isEmpty()) {
            throw BindingErrors.missingFromInput(missing);
        }
        return new Arguments(values, arguments.parameterSet());
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
