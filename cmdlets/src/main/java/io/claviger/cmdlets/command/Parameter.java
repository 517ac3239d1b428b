package io.claviger.cmdlets.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A parameter of a cmdlet.
 *
 * @param name its name, without the dash
 * @param type what its values are made into
 * @param aliases other names
 * @param position its place among the positional ones, from 0; {@link #NAMED} for one that is only given by name
 * @param mandatory whether it must be given; asked for when there is somebody to ask
 * @param fromPipeline whether it takes the object that comes through the pipeline
 * @param fromProperty whether it takes the property of its name (or of an alias) of the object in the pipeline
 * @param takesRest whether it takes all positional arguments that nobody else took, as an array
 * @param sets the parameter sets it belongs to; empty for all
 * @param completion values to offer; nothing else is refused on their account
 * @param only the values allowed, without regard to case; empty for any
 * @param help a sentence
 */
public record Parameter(
        String name,
        ParameterType type,
        List<String> aliases,
        int position,
        boolean mandatory,
        boolean fromPipeline,
        boolean fromProperty,
        boolean takesRest,
        Set<String> sets,
        Completion completion,
        List<String> only,
        String help) {

    /** The position of a parameter that has none. */
    public static final int NAMED = -1;

    /** Keeps its own copies. */
    public Parameter {
        aliases = List.copyOf(aliases);
        sets = Set.copyOf(sets);
        only = List.copyOf(only);
    }

    /** A parameter of this name and type; what else it is, the other methods say. */
    public static Parameter of(String name, ParameterType type, String help) {
        return new Parameter(
                name,
                type,
                List.of(),
                NAMED,
                false,
                false,
                false,
                false,
                Set.of(),
                Completion.NOTHING,
                List.of(),
                help);
    }

    /** A switch: true when it is there, false with {@code -Name:$false}. */
    public static Parameter flag(String name, String help) {
        return of(name, ParameterType.SWITCH, help);
    }

    /** The same with further names. */
    public Parameter alias(String... names) {
        return new Parameter(
                name,
                type,
                List.of(names),
                position,
                mandatory,
                fromPipeline,
                fromProperty,
                takesRest,
                sets,
                completion,
                only,
                help);
    }

    /** The same at a position, from 0. */
    public Parameter at(int place) {
        return new Parameter(
                name,
                type,
                aliases,
                place,
                mandatory,
                fromPipeline,
                fromProperty,
                takesRest,
                sets,
                completion,
                only,
                help);
    }

    /** The same, but it must be given. */
    public Parameter required() {
        return new Parameter(
                name,
                type,
                aliases,
                position,
                true,
                fromPipeline,
                fromProperty,
                takesRest,
                sets,
                completion,
                only,
                help);
    }

    /** The same, bound to the object in the pipeline. */
    public Parameter byValue() {
        return new Parameter(
                name, type, aliases, position, mandatory, true, fromProperty, takesRest, sets, completion, only, help);
    }

    /** The same, bound to the property of its name of the object in the pipeline. */
    public Parameter byPropertyName() {
        return new Parameter(
                name, type, aliases, position, mandatory, fromPipeline, true, takesRest, sets, completion, only, help);
    }

    /** The same, taking all positional arguments that are left. */
    public Parameter rest() {
        return new Parameter(
                name,
                type,
                aliases,
                position,
                mandatory,
                fromPipeline,
                fromProperty,
                true,
                sets,
                completion,
                only,
                help);
    }

    /** The same, in these parameter sets only. */
    public Parameter in(String... names) {
        return new Parameter(
                name,
                type,
                aliases,
                position,
                mandatory,
                fromPipeline,
                fromProperty,
                takesRest,
                Set.of(names),
                completion,
                only,
                help);
    }

    /** The same, with values to offer. */
    public Parameter offering(Completion values) {
        return new Parameter(
                name,
                type,
                aliases,
                position,
                mandatory,
                fromPipeline,
                fromProperty,
                takesRest,
                sets,
                values,
                only,
                help);
    }

    /** The same, with no other values than these, which are offered too. */
    public Parameter only(String... values) {
        return new Parameter(
                name,
                type,
                aliases,
                position,
                mandatory,
                fromPipeline,
                fromProperty,
                takesRest,
                sets,
                Completion.of(values),
                List.of(values),
                help);
    }

    /** Whether this is its name or an alias, without regard to case. */
    public boolean isCalled(String named) {
        return name.equalsIgnoreCase(named) || aliases.stream().anyMatch(named::equalsIgnoreCase);
    }

    /** Whether its name or an alias begins so, without regard to case. */
    public boolean beginsWith(String start) {
        String wanted = start.toLowerCase(Locale.ROOT);
        return name.toLowerCase(Locale.ROOT).startsWith(wanted)
                || aliases.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).startsWith(wanted));
    }
}
