package io.claviger.powershell.binding;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.value.ScriptBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds the arguments of one command. Whatever is given, it ends with a {@link Binding} or with a
 * {@link io.claviger.powershell.value.TerminatingError} that has PowerShell's sentence. Used once, by one thread.
 */
public final class Binder {

    /** Asks for a mandatory parameter that was not given. */
    @FunctionalInterface
    public interface Asking {
        /** The answers, by the parameters' names; none when there is nobody to ask. */
        Map<String, @Nullable Object> ask(List<Parameter> missing);

        /** There is nobody. */
        Asking NOBODY = missing -> new LinkedHashMap<String, @Nullable Object>();
    }

    private final CmdletDescription description;
    private final List<Parameter> parameters;
    private final Map<String, @Nullable Object> bound = new LinkedHashMap<>();
    private final Set<String> sets = new LinkedHashSet<>();

    private Binder(CmdletDescription description) {
        this.description = description;
        parameters = new ArrayList<>(description.parameters());
        parameters.addAll(Common.of(description.impact()));
        parameters.forEach(parameter -> sets.addAll(parameter.sets()));
    }

    /**
     * Binds them.
     *
     * @param expectsInput whether objects will come through the pipeline, which may bring mandatory values
     */
    public static Binding bind(CmdletDescription description, List<Given> given, boolean expectsInput, Asking asking) {
        return new Binder(description).bind(given, expectsInput, asking);
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

    private Binding bind(List<Given> given, boolean expectsInput, Asking asking) {
        List<Given.Value> positional = named(given);
        position(positional);
        List<Parameter> missing = missing(expectsInput);
        if (!missing.isEmpty()) {
            Map<String, @Nullable Object> answers = asking.ask(missing);
            for (Parameter parameter : missing) {
                if (!answers.containsKey(parameter.name())) {
                    throw BindingErrors.missing(missing);
                }
                bind(parameter, answers.get(parameter.name()), "");
            }
        }
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        Map<String, @Nullable Object> common = new LinkedHashMap<>();
        bound.forEach((name, value) -> (description.parameter(name).isPresent() ? own : common).put(name, value));
        return new Binding(description, new Arguments(own, set()), new Arguments(common, ""), sets);
    }

    private String set() {
        return sets.isEmpty() ? "" : sets.iterator().next();
    }

    private List<Given.Value> named(List<Given> given) {
        List<Given.Value> positional = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            switch (given.get(i)) {
                case Given.Value value -> positional.add(value);
                case Given.Named argument -> {
                    Parameter parameter = named(parameters, argument.name());
                    if (argument.hasValue()) {
                        bind(parameter, argument.value(), argument.written());
                    } else if (parameter.type().isSwitch()) {
                        bind(parameter, true, "");
                    } else if (i + 1 < given.size() && given.get(i + 1) instanceof Given.Value value) {
                        bind(parameter, value.value(), value.written());
                        i++;
                    } else {
                        throw BindingErrors.missingArgument(parameter);
                    }
                }
            }
        }
        return positional;
    }

    private void bind(Parameter parameter, @Nullable Object value, String written) {
        if (bound.containsKey(parameter.name())) {
            throw BindingErrors.twice(parameter);
        }
        bound.put(parameter.name(), Fitting.fit(parameter, value, written));
        narrow(parameter);
    }

    private void narrow(Parameter parameter) {
        if (!parameter.sets().isEmpty()) {
            sets.retainAll(parameter.sets());
            if (sets.isEmpty()) {
                throw BindingErrors.noSet();
            }
        }
    }

    private boolean possible(Parameter parameter) {
        return parameter.sets().isEmpty() || parameter.sets().stream().anyMatch(sets::contains);
    }

    private void position(List<Given.Value> values) {
        List<Parameter> places = description.parameters().stream()
                .filter(one -> one.position() >= 0 && !one.takesRest())
                .sorted(Comparator.comparingInt(Parameter::position))
                .toList();
        int next = 0;
        for (int i = 0; i < values.size(); i++) {
            Given.Value value = values.get(i);
            Parameter taker = null;
            for (Parameter place : places) {
                boolean free = !bound.containsKey(place.name()) && possible(place) && place.position() >= next;
                if (free && taker == null && suits(place, value, places)) {
                    taker = place;
                }
            }
            if (taker == null) {
                rest(values.subList(i, values.size()));
                return;
            }
            bind(taker, value.value(), value.written());
            next = taker.position();
        }
    }

    /** Of two parameters at one position, a script block takes the one for script blocks. */
    private boolean suits(Parameter place, Given.Value value, List<Parameter> places) {
        boolean rivals = places.stream()
                .anyMatch(other -> !other.equals(place) && other.position() == place.position() && possible(other));
        boolean forScripts = place.type().name().endsWith(".ScriptBlock");
        return !rivals || forScripts == value.value() instanceof ScriptBlock;
    }

    private void rest(List<Given.Value> values) {
        Parameter taker = description.parameters().stream()
                .filter(one -> one.takesRest() && possible(one) && !bound.containsKey(one.name()))
                .findFirst()
                .orElseThrow(() -> BindingErrors.noPosition(values.getFirst().value()));
        List<@Nullable Object> all = new ArrayList<>();
        values.forEach(value -> all.add(value.value()));
        bind(taker, all, "");
    }

    private List<Parameter> missing(boolean expectsInput) {
        List<Parameter> missing = missingIn(set(), expectsInput);
        for (String other : List.copyOf(sets)) {
            if (!missing.isEmpty() && missingIn(other, expectsInput).isEmpty()) {
                sets.clear();
                sets.add(other);
                return List.of();
            }
        }
        return missing;
    }

    private List<Parameter> missingIn(String set, boolean expectsInput) {
        return description.parameters().stream()
                .filter(one -> one.mandatory() && !bound.containsKey(one.name()))
                .filter(one -> one.sets().isEmpty() || one.sets().contains(set))
                .filter(one -> !(expectsInput && (one.fromPipeline() || one.fromProperty())))
                .toList();
    }
}
