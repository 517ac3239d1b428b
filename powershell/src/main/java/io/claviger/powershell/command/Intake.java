package io.claviger.powershell.command;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a parameter gets its argument.
 *
 * @param position its place among the positional ones, from 0; {@link #UNPLACED} for one that is only given by name
 * @param ways what else holds of it
 * @param sets the parameter sets it belongs to; empty for all
 */
public record Intake(int position, Set<Way> ways, Set<String> sets) {

    /** The position of a parameter that has none. */
    static final int UNPLACED = -1;

    /** What holds of a parameter's argument. */
    public enum Way {
        /** It must be given; it is asked for when there is somebody to ask. */
        MANDATORY,
        /** It may be the object that comes through the pipeline. */
        BY_VALUE,
        /** It may be the property of the parameter's name (or of an alias) of the object in the pipeline. */
        BY_PROPERTY_NAME,
        /** It is an array of all positional arguments that nobody else took. */
        REST
    }

    /** By name only, and not mandatory. */
    static final Intake BY_NAME = new Intake(UNPLACED, Set.of(), Set.of());

    /** Keeps its own copies. */
    public Intake {
        ways = Set.copyOf(ways);
        sets = Set.copyOf(sets);
    }

    Intake at(int place) {
        return new Intake(place, ways, sets);
    }

    Intake and(Way way) {
        Set<Way> more = EnumSet.of(way);
        more.addAll(ways);
        return new Intake(position, more, sets);
    }

    Intake in(String... names) {
        return new Intake(position, ways, Set.of(names));
    }
}
