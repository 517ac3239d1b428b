package io.claviger.powershell.binding;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds the arguments of one command. The result is a {@link Binding}, or a {@link
 * io.claviger.powershell.value.TerminatingError} with PowerShell's message. Used once, by one thread.
 */
public final class Binder {

    /** Asks the user for mandatory parameters that were not given. */
    @FunctionalInterface
    public interface Asking {
        /** The answers by parameter name; none if no one can be asked. */
        Map<String, @Nullable Object> ask(List<Parameter> missing);

        /** No one can be asked. */
        Asking NOBODY = missing -> new LinkedHashMap<String, @Nullable Object>();
    }

    private final CmdletDescription description;
    private final List<Parameter> parameters;
    private final Map<String, @Nullable Object> bound = new LinkedHashMap<>();
    private final ParameterSets sets;
    private boolean expectsInput;

    private Binder(CmdletDescription description) {
        this.description = description;
        parameters = new ArrayList<>(description.parameters());
        parameters.addAll(CommonParameters.of(description.impact()));
        sets = new ParameterSets(description, parameters);
    }

    /**
     * Binds the arguments of a command.
     *
     * @param expectsInput whether objects will come through the pipeline, which may bring mandatory values
     */
    public static Binding bind(
            CmdletDescription description, List<GivenArgument> given, boolean expectsInput, Asking asking) {
        return new Binder(description).all(given, expectsInput, asking);
    }

    /** The parameter that a name on the command line means, or an error. */
    public static Parameter named(List<Parameter> parameters, String name) {
        List<Parameter> exact =
                parameters.stream().filter(one -> one.isCalled(name)).toList();
        if (!exact.isEmpty()) {
            return exact.getFirst();
        }
        List<Parameter> candidates =
                parameters.stream().filter(one -> one.beginsWith(name)).toList();
        return switch (candidates.size()) {
            case 0 -> throw BindingErrors.unknown(name);
            case 1 -> candidates.getFirst();
            default -> throw BindingErrors.ambiguous(name, candidates);
        };
    }

    private Binding all(List<GivenArgument> given, boolean expectsInput, Asking asking) {
        this.expectsInput = expectsInput;
        List<GivenArgument.Value> positional = named(given);
        from(GivenArgument.Source.SPLATTED, given);
        position(positional);
        from(GivenArgument.Source.DEFAULT, given);
        List<Parameter> missing = sets.missing(bound.keySet(), expectsInput);
        if (!missing.isEmpty()) {
            Map<String, @Nullable Object> answers = asking.ask(missing);
            for (Parameter parameter : missing) {
                if (!answers.containsKey(parameter.name())) {
                    throw BindingErrors.missing(missing);
                }
                set(parameter, answers.get(parameter.name()), "");
            }
        }
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        Map<String, @Nullable Object> common = new LinkedHashMap<>();
        bound.forEach((name, value) -> (description.parameter(name).isPresent() ? own : common).put(name, value));
        return new Binding(description, new Arguments(own, sets.chosen()), new Arguments(common, ""), sets.left());
    }

    private List<GivenArgument.Value> named(List<GivenArgument> given) {
        List<GivenArgument.Value> positional = new ArrayList<>();
        @Nullable ArgumentError unknown = null;
        for (int i = 0; i < given.size(); i++) {
            switch (given.get(i)) {
                case GivenArgument.Value value -> positional.add(value);
                case GivenArgument.Named argument
                when argument.source() == GivenArgument.Source.WRITTEN
                        && parameters.stream().noneMatch(one -> one.beginsWith(argument.name())) ->
                    unknown = unknown == null
                            ? new ArgumentError(
                                    BindingErrors.unknown(argument.name()).error(), argument.place())
                            : unknown;
                case GivenArgument.Named argument
                when argument.source() == GivenArgument.Source.WRITTEN -> {
                    boolean takesNext = named(
                            argument,
                            i + 1 < given.size() && given.get(i + 1) instanceof GivenArgument.Value value
                                    ? value
                                    : null);
                    i += takesNext ? 1 : 0;
                }
                case GivenArgument.Named _ -> {}
            }
        }
        // As in PowerShell, the others are bound first, and what is wrong with them is said.
        if (unknown != null) {
            throw unknown;
        }
        return positional;
    }

    /** Binds a named argument; returns whether its value is the next one. */
    private boolean named(GivenArgument.Named argument, GivenArgument.@Nullable Value next) {
        Parameter parameter = at(argument.place(), () -> {
            Parameter meant = named(parameters, argument.name());
            if (bound.containsKey(meant.name())) {
                throw BindingErrors.twice(argument.name());
            }
            return meant;
        });
        if (argument.hasValue()) {
            set(parameter, argument.value(), argument.written(), argument.place());
            return false;
        }
        if (parameter.type().isSwitch()) {
            set(parameter, true, "", argument.place());
            return false;
        }
        if (next == null) {
            throw new ArgumentError(BindingErrors.missingArgument(parameter).error(), argument.place());
        }
        set(parameter, next.value(), next.written(), next.place());
        return true;
    }

    /** Binds what is splatted, or what is there by default, unless it is bound already. */
    private void from(GivenArgument.Source source, List<GivenArgument> given) {
        for (GivenArgument one : given) {
            if (one instanceof GivenArgument.Named argument && argument.source() == source) {
                if (source == GivenArgument.Source.SPLATTED) {
                    Parameter parameter = at(argument.place(), () -> named(parameters, argument.name()));
                    unlessBound(parameter, argument);
                } else {
                    parameters.stream()
                            .filter(other -> other.isCalled(argument.name()) && sets.allow(other))
                            .findFirst()
                            .ifPresent(parameter -> unlessBound(parameter, argument));
                }
            }
        }
    }

    private void unlessBound(Parameter parameter, GivenArgument.Named argument) {
        if (!bound.containsKey(parameter.name())) {
            set(parameter, argument.value(), "", argument.place());
        }
    }

    /** Does something with an argument; its error is shown there. */
    private static <T> T at(int place, Supplier<T> work) {
        try {
            return work.get();
        } catch (TerminatingError error) {
            throw error instanceof ArgumentError ? error : new ArgumentError(error.error(), place);
        }
    }

    private void set(Parameter parameter, @Nullable Object value, String written, int place) {
        at(place, () -> {
            put(parameter, value, written);
            return parameter;
        });
        sets.narrow(parameter);
    }

    private void set(Parameter parameter, @Nullable Object value, String written) {
        put(parameter, value, written);
        sets.narrow(parameter);
    }

    private void put(Parameter parameter, @Nullable Object value, String written) {
        if (bound.containsKey(parameter.name())) {
            throw BindingErrors.twice(parameter.name());
        }
        bound.put(
                parameter.name(),
                expectsInput && ArgumentConversion.isDelayed(parameter, value)
                        ? value
                        : ArgumentConversion.fit(parameter, value, written));
    }

    private void position(List<GivenArgument.Value> values) {
        List<Parameter> places = description.parameters().stream()
                .filter(one -> one.position() >= 0 && !one.takesRest())
                .sorted(Comparator.comparingInt(Parameter::position))
                .toList();
        int next = 0;
        for (int i = 0; i < values.size(); i++) {
            GivenArgument.Value value = values.get(i);
            Parameter taker = null;
            for (Parameter place : places) {
                boolean free = !bound.containsKey(place.name()) && sets.allow(place) && place.position() >= next;
                if (free && taker == null && suits(place, value, places)) {
                    taker = place;
                }
            }
            if (taker == null) {
                rest(values.subList(i, values.size()));
                return;
            }
            set(taker, value.value(), value.written(), value.place());
            next = taker.position();
        }
    }

    /** If two parameters have the same position, a script block is bound to the one for script blocks. */
    private boolean suits(Parameter place, GivenArgument.Value value, List<Parameter> places) {
        boolean rivals = places.stream()
                .anyMatch(other -> !other.equals(place) && other.position() == place.position() && sets.allow(other));
        boolean forScripts = place.type().name().endsWith(".ScriptBlock");
        return !rivals || forScripts == value.value() instanceof ScriptBlock;
    }

    private void rest(List<GivenArgument.Value> values) {
        Parameter taker = description.parameters().stream()
                .filter(one -> one.takesRest() && sets.allow(one) && !bound.containsKey(one.name()))
                .findFirst()
                .orElseThrow(() -> BindingErrors.noPosition(values.getFirst().value()));
        List<@Nullable Object> all = new ArrayList<>();
        values.forEach(value -> all.add(value.value()));
        set(taker, all, "");
    }
}
