package io.claviger.powershell.command;

import io.claviger.powershell.command.Intake.Way;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A parameter of a cmdlet.
 *
 * @param name its name, without the dash
 * @param type what its values are made into
 * @param aliases other names
 * @param intake how it gets its argument
 * @param values which values it offers, and which ones alone it takes
 * @param help a sentence
 */
public record Parameter(
        String name, ParameterType type, List<String> aliases, Intake intake, Values values, Prose help) {

    /** The position of a parameter that has none. */
    public static final int NAMED = Intake.UNPLACED;

    /** Keeps its own copy. */
    public Parameter {
        aliases = List.copyOf(aliases);
    }

    /** A parameter of this name and type; what else it is, the other methods say. */
    public static Parameter of(String name, ParameterType type, String help) {
        return of(name, type, Prose.of(help));
    }

    /** The same, with a sentence that is read when somebody asks for it. */
    public static Parameter of(String name, ParameterType type, Prose help) {
        return new Parameter(name, type, List.of(), Intake.BY_NAME, Values.ANY, help);
    }

    /** A switch: true when it is there, false with {@code -Name:$false}. */
    public static Parameter flag(String name, String help) {
        return of(name, ParameterType.SWITCH, help);
    }

    /** The same with further names. */
    public Parameter alias(String... names) {
        return new Parameter(name, type, List.of(names), intake, values, help);
    }

    private Parameter with(Intake other) {
        return new Parameter(name, type, aliases, other, values, help);
    }

    private Parameter with(Values others) {
        return new Parameter(name, type, aliases, intake, others, help);
    }

    /** The same at a position, from 0. */
    public Parameter at(int place) {
        return with(intake.at(place));
    }

    /** The same, but it must be given. */
    public Parameter required() {
        return with(intake.and(Way.MANDATORY));
    }

    /** The same, bound to the object in the pipeline. */
    public Parameter byValue() {
        return with(intake.and(Way.BY_VALUE));
    }

    /** The same, bound to the property of its name of the object in the pipeline. */
    public Parameter byPropertyName() {
        return with(intake.and(Way.BY_PROPERTY_NAME));
    }

    /** The same, taking all positional arguments that are left. */
    public Parameter rest() {
        return with(intake.and(Way.REST));
    }

    /** The same, in these parameter sets only. */
    public Parameter in(String... names) {
        return with(intake.in(names));
    }

    /** The same, with values to offer. */
    public Parameter offering(Completion offered) {
        return with(new Values(offered, values.only()));
    }

    /** The same, with no other values than these, which are offered too. */
    public Parameter only(String... allowed) {
        return with(Values.only(allowed));
    }

    /** Its place among the positional ones, from 0; {@link #NAMED} for one that is only given by name. */
    public int position() {
        return intake.position();
    }

    /** Whether it must be given. */
    public boolean mandatory() {
        return intake.ways().contains(Way.MANDATORY);
    }

    /** Whether it takes the object that comes through the pipeline. */
    public boolean fromPipeline() {
        return intake.ways().contains(Way.BY_VALUE);
    }

    /** Whether it takes the property of its name (or of an alias) of the object in the pipeline. */
    public boolean fromProperty() {
        return intake.ways().contains(Way.BY_PROPERTY_NAME);
    }

    /** Whether it takes all positional arguments that nobody else took, as an array. */
    public boolean takesRest() {
        return intake.ways().contains(Way.REST);
    }

    /** The parameter sets it belongs to; empty for all. */
    public Set<String> sets() {
        return intake.sets();
    }

    /** Values to offer; nothing else is refused on their account. */
    public Completion completion() {
        return values.completion();
    }

    /** The values allowed, without regard to case; empty for any. */
    public List<String> only() {
        return values.only();
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
