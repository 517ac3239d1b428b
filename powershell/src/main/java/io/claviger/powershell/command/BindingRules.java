package io.claviger.powershell.command;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How an argument is bound to a parameter.
 *
 * @param position its place among the positional ones, from 0; {@link #UNPLACED} for one that is only given by name
 * @param ways the other rules
 * @param sets the parameter sets it belongs to; empty for all
 * @param demanding those in which it is mandatory, if it is; empty for all
 */
public record BindingRules(int position, Set<Way> ways, Set<String> sets, Set<String> demanding) {

    /** The position of a parameter that has none. */
    static final int UNPLACED = -1;

    /** One rule for a parameter's argument. */
    public enum Way {
        /** It must be given. If it is missing, the user is asked for it. */
        MANDATORY,
        /** It can be the object that comes through the pipeline. */
        BY_VALUE,
        /** It can be a property of the object in the pipeline, one named as the parameter or an alias. */
        BY_PROPERTY_NAME,
        /** It is an array of all positional arguments that no other parameter took. */
        REST
    }

    /** By name only, and optional. */
    static final BindingRules BY_NAME = new BindingRules(UNPLACED, Set.of(), Set.of(), Set.of());

    /** Keeps its own copies. */
    public BindingRules {
        ways = Set.copyOf(ways);
        sets = Collections.unmodifiableSet(new LinkedHashSet<>(sets));
        demanding = Set.copyOf(demanding);
    }

    BindingRules at(int place) {
        return new BindingRules(place, ways, sets, demanding);
    }

    BindingRules and(Way way) {
        Set<Way> more = EnumSet.of(way);
        more.addAll(ways);
        return new BindingRules(position, more, sets, demanding);
    }

    BindingRules in(String... names) {
        return new BindingRules(position, ways, new LinkedHashSet<>(List.of(names)), demanding);
    }

    BindingRules demandedIn(Set<String> names) {
        return new BindingRules(position, ways, sets, names);
    }
}
