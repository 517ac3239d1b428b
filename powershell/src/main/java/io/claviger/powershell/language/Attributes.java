package io.claviger.powershell.language;

import io.claviger.powershell.language.Declared.Check;
import io.claviger.powershell.language.Expression.Cast;
import io.claviger.powershell.language.Expression.Constant;
import io.claviger.powershell.language.Statement.Asks;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attributes of parameters and of functions, and the types in brackets that stand among them. */
final class Attributes {

    private static final Set<String> ATTRIBUTES = Set.of(
            "parameter",
            "cmdletbinding",
            "outputtype",
            "alias",
            "allownull",
            "allowemptystring",
            "allowemptycollection",
            "validateset",
            "validatenotnull",
            "validatenotnullorempty",
            "validaterange",
            "validatelength",
            "validatepattern",
            "validatecount",
            "validatescript",
            "supportswildcards",
            "psdefaultvalue");

    private final Grammar grammar;
    private final Cursor cursor;
    private final TypeLiterals types;
    private boolean advanced;

    Attributes(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor();
        types = new TypeLiterals(grammar);
    }

    /** Whether there was an attribute that makes a function an advanced one. */
    boolean advanced() {
        return advanced;
    }

    /** What is known about a parameter while its attributes are read. */
    static final class Collected {
        String type = "";
        boolean mandatory;
        boolean mayBeEmpty;
        boolean fromPipeline;
        boolean fromProperty;
        boolean rest;
        int position = -1;
        String defaultSet = "";
        final List<String> sets = new ArrayList<>();
        final List<String> demanding = new ArrayList<>();
        final List<String> aliases = new ArrayList<>();
        final List<String> only = new ArrayList<>();
        final List<Check> checks = new ArrayList<>();
        boolean asks;
        Asks impact = Asks.MEDIUM;

        Asks asks() {
            return asks ? impact : Asks.NEVER;
        }
    }

    /** Reads an attribute or a type, at its bracket. */
    void read(Collected collected) {
        int start = cursor.at();
        cursor.skip(1);
        int from = cursor.at();
        while (Variables.isNamePart(cursor.peek()) || cursor.peek() == '.') {
            cursor.skip(1);
        }
        String spelt = cursor.since(from);
        String name = spelt.toLowerCase(Locale.ROOT);
        cursor.blanks();
        if (cursor.peek() != '(') {
            cursor.goTo(start);
            Cast type = types.type();
            collected.type = type.type();
            return;
        }
        if (!ATTRIBUTES.contains(name)) {
            throw cursor.wrong("The attribute '" + spelt + "' is not supported.", start);
        }
        cursor.skip(1);
        AttributeArguments arguments = new AttributeArguments();
        cursor.lines();
        while (cursor.peek() != ')') {
            item(name, collected, arguments);
            cursor.lines();
            if (cursor.peek() != ')' && !cursor.takes(",")) {
                throw cursor.missing("Missing ')' in attribute or type literal.");
            }
            cursor.lines();
        }
        cursor.skip(1);
        cursor.lines();
        if (!cursor.takes("]")) {
            throw cursor.missing("Missing ] at end of attribute or type literal.");
        }
        advanced |= name.equals("parameter") || name.equals("cmdletbinding");
        arguments.noteSet(collected);
        switch (name) {
            case "alias" -> collected.aliases.addAll(arguments.values);
            case "validateset" -> {
                collected.only.addAll(arguments.values);
                collected.checks.add(arguments.check(Check.Rule.SET));
            }
            case "validatenotnull" -> collected.checks.add(arguments.check(Check.Rule.NOT_NULL));
            case "validatenotnullorempty" -> collected.checks.add(arguments.check(Check.Rule.NOT_EMPTY));
            case "validaterange" -> collected.checks.add(arguments.check(Check.Rule.RANGE));
            case "validatelength" -> collected.checks.add(bounds(Check.Rule.LENGTH, arguments, start));
            case "validatecount" -> collected.checks.add(bounds(Check.Rule.COUNT, arguments, start));
            case "validatepattern" -> collected.checks.add(arguments.check(Check.Rule.PATTERN));
            case "validatescript" -> collected.checks.add(arguments.check(Check.Rule.SCRIPT));
            default -> collected.mayBeEmpty |= name.startsWith("allow");
        }
    }

    /** What stands between the parentheses of one attribute. */
    private static final class AttributeArguments {
        final List<String> values = new ArrayList<>();
        Expression.@Nullable Script script;
        String message = "";
        String set = "";
        boolean mandatory;

        Check check(Check.Rule rule) {
            return new Check(rule, values, script, message);
        }

        /** Notes the parameter set, and whether the parameter is mandatory in it. */
        void noteSet(Collected collected) {
            if (!set.isEmpty()) {
                collected.sets.add(set);
            }
            if (mandatory) {
                collected.mandatory = true;
                if (!set.isEmpty()) {
                    collected.demanding.add(set);
                }
            }
        }
    }

    private Check bounds(Check.Rule rule, AttributeArguments arguments, int start) {
        boolean numbers = arguments.values.size() == 2
                && arguments.values.stream()
                        .allMatch(value -> Conversion.parse(value).isPresent());
        if (!numbers) {
            throw cursor.wrong("The attribute takes two numbers.", start);
        }
        return arguments.check(rule);
    }

    private void item(String attribute, Collected collected, AttributeArguments arguments) {
        int start = cursor.at();
        if (Character.isLetter(cursor.peek())) {
            cursor.skip(cursor.word().length());
            String key = cursor.since(start);
            cursor.lines();
            @Nullable Expression value = null;
            if (cursor.takes("=")) {
                cursor.lines();
                value = grammar.primary();
            }
            if (key.equalsIgnoreCase("ErrorMessage")) {
                arguments.message = text(value);
            } else if (attribute.equals("parameter")) {
                set(collected, arguments, key, value, start);
            } else if (attribute.equals("cmdletbinding")) {
                bind(collected, key, value, start);
            }
            return;
        }
        switch (grammar.primary()) {
            case Constant constant -> arguments.values.add(Text.of(constant.value()));
            case Expression.Script script -> arguments.script = script;
            case Expression other -> {
                if (!(other instanceof Cast)) {
                    throw cursor.wrong("Attribute argument must be a constant or a script block.", start);
                }
            }
        }
    }

    private static String text(@Nullable Expression value) {
        return value instanceof Constant constant ? Text.of(constant.value()) : "";
    }

    private static boolean isOn(@Nullable Expression value) {
        return !(value instanceof Expression.Variable variable
                && variable.name().equalsIgnoreCase("false"));
    }

    private void bind(Collected collected, String key, @Nullable Expression value, int start) {
        switch (key.toLowerCase(Locale.ROOT)) {
            case "supportsshouldprocess" -> collected.asks = isOn(value);
            case "confirmimpact" ->
                collected.impact = switch (value instanceof Constant constant
                        ? constant.value().toString().toLowerCase(Locale.ROOT)
                        : "") {
                    case "none", "low" -> Asks.LOW;
                    case "medium" -> Asks.MEDIUM;
                    case "high" -> Asks.HIGH;
                    default -> throw cursor.wrong("ConfirmImpact takes 'None', 'Low', 'Medium' or 'High'.", start);
                };
            case "defaultparametersetname" -> collected.defaultSet = text(value);
            case "positionalbinding", "helpuri", "supportspaging", "remotingcapability" -> {}
            default -> throw cursor.wrong("The attribute CmdletBinding's '" + key + "' is not supported.", start);
        }
    }

    private void set(
            Collected collected, AttributeArguments arguments, String key, @Nullable Expression value, int start) {
        boolean on = isOn(value);
        switch (key.toLowerCase(Locale.ROOT)) {
            case "mandatory" -> arguments.mandatory = on;
            case "parametersetname" -> arguments.set = text(value);
            case "valuefrompipeline" -> collected.fromPipeline |= on;
            case "valuefrompipelinebypropertyname" -> collected.fromProperty |= on;
            case "valuefromremainingarguments" -> collected.rest |= on;
            case "helpmessage", "dontshow" -> {}
            case "position" -> {
                if (!(value instanceof Constant constant && constant.value() instanceof Integer place) || place < 0) {
                    throw cursor.wrong("Position takes a number.", start);
                }
                collected.position = place;
            }
            default -> throw cursor.wrong("The parameter attribute's '" + key + "' is not supported.", start);
        }
    }
}
