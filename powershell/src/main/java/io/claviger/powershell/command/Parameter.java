package io.claviger.powershell.command;

import io.claviger.powershell.command.BindingRules.Way;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A parameter of a cmdlet.
 *
 * @param name its name, without the dash
 * @param type the type that its values are converted to
 * @param aliases other names
 * @param rules how an argument is bound to it
 * @param values the values that it offers, and the only ones that it takes
 * @param help a sentence
 */
public record Parameter(
        String name,
        ParameterType type,
        List<String> aliases,
        BindingRules rules,
        AllowedValues values,
        HelpText help) {

    /** The position of a parameter that has none. */
    public static final int NAMED = BindingRules.UNPLACED;

    /** Keeps its own copy. */
    public Parameter {
        aliases = List.copyOf(aliases);
    }

    /** An optional parameter that is given by name; the other methods add to it. */
    public static Parameter of(String name, ParameterType type, String help) {
        return of(name, type, HelpText.of(help));
    }

    /** The same, with help that is read only when it is needed. */
    public static Parameter of(String name, ParameterType type, HelpText help) {
        return new Parameter(name, type, List.of(), BindingRules.BY_NAME, AllowedValues.ANY, help);
    }

    /** A switch: true if it is given, false with {@code -Name:$false}. */
    public static Parameter flag(String name, String help) {
        return of(name, ParameterType.SWITCH, help);
    }

    /** The same with further names. */
    public Parameter alias(String... names) {
        return new Parameter(name, type, List.of(names), rules, values, help);
    }

    private Parameter with(BindingRules other) {
        return new Parameter(name, type, aliases, other, values, help);
    }

    private Parameter with(AllowedValues others) {
        return new Parameter(name, type, aliases, rules, others, help);
    }

    /** The same at a position, from 0. */
    public Parameter at(int place) {
        return with(rules.at(place));
    }

    /** The same, but it must be given. */
    public Parameter required() {
        return with(rules.and(Way.MANDATORY));
    }

    /** The same, bound to the object in the pipeline. */
    public Parameter byValue() {
        return with(rules.and(Way.BY_VALUE));
    }

    /** The same, bound to the property of its name of the object in the pipeline. */
    public Parameter byPropertyName() {
        return with(rules.and(Way.BY_PROPERTY_NAME));
    }

    /** The same, taking all positional arguments that are left. */
    public Parameter rest() {
        return with(rules.and(Way.REST));
    }

    /** The same, but it must be given in these parameter sets. */
    public Parameter requiredIn(Set<String> names) {
        return with(rules.and(Way.MANDATORY).demandedIn(names));
    }

    /** The same, in these parameter sets only. */
    public Parameter in(String... names) {
        return with(rules.in(names));
    }

    /** The same, with values to offer. */
    public Parameter offering(Completion offered) {
        return with(new AllowedValues(offered, values.only(), values.condition()));
    }

    /** The same, with something that its values must hold to. */
    public Parameter holding(AllowedValues.Condition condition) {
        return with(new AllowedValues(values.completion(), values.only(), condition));
    }

    /** The same, with no other values than these, which are offered too. */
    public Parameter only(String... allowed) {
        return with(AllowedValues.only(allowed));
    }

    /** Its place among the positional parameters, from 0; {@link #NAMED} if it is given by name only. */
    public int position() {
        return rules.position();
    }

    /** Whether it must be given. */
    public boolean mandatory() {
        return rules.ways().contains(Way.MANDATORY);
    }

    /** Whether it must be given in a parameter set. */
    public boolean mandatoryIn(String set) {
        return mandatory() && (rules.demanding().isEmpty() || rules.demanding().contains(set));
    }

    /** Whether it takes the object that comes through the pipeline. */
    public boolean fromPipeline() {
        return rules.ways().contains(Way.BY_VALUE);
    }

    /** Whether it takes the property of its name (or of an alias) of the object in the pipeline. */
    public boolean fromProperty() {
        return rules.ways().contains(Way.BY_PROPERTY_NAME);
    }

    /** Whether it takes all positional arguments that no other parameter took, as an array. */
    public boolean takesRest() {
        return rules.ways().contains(Way.REST);
    }

    /** The parameter sets it belongs to; empty for all. */
    public Set<String> sets() {
        return rules.sets();
    }

    /** The values to offer; others are allowed too. */
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
