package io.claviger.powershell.binding;

import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parameter sets of a command that are still possible while its arguments are bound. */
final class ParameterSets {

    private final CmdletDescription description;
    private final Set<String> left = new LinkedHashSet<>();

    /** All sets; the default one is the first. */
    ParameterSets(CmdletDescription description, List<Parameter> parameters) {
        this.description = description;
        if (!description.defaultSet().isEmpty()) {
            left.add(description.defaultSet());
        }
        parameters.forEach(parameter -> left.addAll(parameter.sets()));
    }

    /** Those that are possible, the one that counts first. */
    Set<String> left() {
        return left;
    }

    /** The one that counts; empty if the command has none. */
    String chosen() {
        return left.isEmpty() ? "" : left.iterator().next();
    }

    /** Leaves those of a parameter that is bound. */
    void narrow(Parameter parameter) {
        if (!parameter.sets().isEmpty()) {
            left.retainAll(parameter.sets());
            if (left.isEmpty()) {
                throw BindingErrors.noSet();
            }
        }
    }

    /** Whether a parameter is in one of them. */
    boolean allow(Parameter parameter) {
        return parameter.sets().isEmpty() || parameter.sets().stream().anyMatch(left::contains);
    }

    /** The mandatory parameters that are missing; chooses a set of which none is. */
    List<Parameter> missing(Set<String> bound, boolean expectsInput) {
        if (description.mustChooseSet() && left.size() > 1 && !expectsInput) {
            choose(bound);
        }
        List<Parameter> missing = missing(chosen(), bound, expectsInput);
        for (String other : List.copyOf(left)) {
            if (!missing.isEmpty() && missing(other, bound, expectsInput).isEmpty()) {
                left.clear();
                left.add(other);
                return List.of();
            }
        }
        return missing;
    }

    /** Chooses among several sets the only one of which nothing is missing, if there is no default one. */
    private void choose(Set<String> bound) {
        if (!left.contains(description.defaultSet())) {
            List<String> complete = left.stream()
                    .filter(set -> missing(set, bound, false).isEmpty())
                    .toList();
            if (complete.size() != 1) {
                throw BindingErrors.noSet();
            }
            left.retainAll(complete);
        }
    }

    private List<Parameter> missing(String set, Set<String> bound, boolean expectsInput) {
        return description.parameters().stream()
                .filter(one -> one.mandatoryIn(set) && !bound.contains(one.name()))
                .filter(one -> one.sets().isEmpty() || one.sets().contains(set))
                .filter(one -> !(expectsInput && (one.fromPipeline() || one.fromProperty())))
                .toList();
    }
}
