package io.claviger.policy.validation;

import io.claviger.policy.condition.ConditionOperator;
import io.claviger.policy.condition.Quantifier;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonBoolean;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonNull;
import io.claviger.policy.json.JsonValue.JsonNumber;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import io.claviger.policy.pattern.AsciiCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a statement and reports what is wrong with their structure. */
final class ConditionReader {

    private static final String EMPTY =
            "This condition block is empty and it does not affect the policy. Specify conditions.";

    private final Scope scope;
    private final Structure structure;

    ConditionReader(Scope scope, Structure structure) {
        this.scope = scope;
        this.structure = structure;
    }

    List<ConditionView> read(Node condition) {
        if (!(condition.value() instanceof JsonObject block)) {
            structure.mismatch(condition, "object");
            return List.of();
        }
        if (block.members().isEmpty()) {
            scope.report().add(Check.EMPTY_OBJECT_CONDITION, EMPTY, condition.location());
        }
        List<ConditionView> views = new ArrayList<>();
        for (JsonMember member : block.members()) {
            Node keys = condition.member(member);
            if (keys.value() instanceof JsonObject object) {
                views.addAll(keys(condition.key(member), member.name(), keys, object));
            } else {
                structure.mismatch(keys, "object");
            }
        }
        return views;
    }

    private List<ConditionView> keys(Location operatorKey, String name, Node keys, JsonObject object) {
        ConditionOperator operator = ConditionOperator.named(name);
        if (object.members().isEmpty()) {
            scope.report().add(Check.EMPTY_OBJECT_CONDITION, EMPTY, keys.location());
        }
        List<ConditionView> views = new ArrayList<>();
        Map<String, Location> seen = new HashMap<>();
        for (JsonMember member : object.members()) {
            Location twin = seen.putIfAbsent(AsciiCase.lower(member.name()), keys.key(member));
            if (twin != null) {
                scope.report()
                        .add(
                                Check.DUPLICATE_KEYS_WITH_DIFFERENT_CASE,
                                "The condition key " + member.name()
                                        + " appears more than once with different capitalization in the same condition"
                                        + " block. Remove the duplicate condition keys.",
                                twin,
                                keys.key(member));
            }
            Node value = keys.member(member);
            views.add(new ConditionView(
                    name,
                    operatorKey,
                    operator,
                    member.name(),
                    keys.key(member),
                    value,
                    scalars(member.name(), value, operator)));
        }
        return views;
    }

    private List<Node> scalars(String key, Node value, @Nullable ConditionOperator operator) {
        List<Node> scalars = new ArrayList<>();
        Class<?> type = null;
        boolean mixed = false;
        for (Node element : value.elements()) {
            if (scalar(element.value())) {
                mixed |= type != null && type != element.value().getClass();
                type = element.value().getClass();
                scalars.add(element);
            } else {
                structure.mismatch(element, "string");
            }
        }
        if (mixed) {
            scope.report()
                    .add(
                            Check.INVALID_CONDITION_DATA_TYPE,
                            "The condition value data types do not match. Use condition values of the same JSON data"
                                    + " type.",
                            value.location());
        }
        if (value.elements().isEmpty()) {
            empty(key, value, operator);
        }
        return scalars;
    }

    private static boolean scalar(JsonValue value) {
        return switch (value) {
            case JsonText text -> true;
            case JsonNumber number -> true;
            case JsonBoolean truth -> true;
            case JsonArray array -> false;
            case JsonObject object -> false;
            case JsonNull nothing -> false;
        };
    }

    private void empty(String key, Node value, @Nullable ConditionOperator operator) {
        Quantifier quantifier = operator == null ? Quantifier.NONE : operator.quantifier();
        String useNull = " is missing from the request context. To determine if the request context is empty, we"
                + " recommend that you use the Null condition operator with the value of true instead.";
        if (quantifier == Quantifier.FOR_ALL_VALUES) {
            scope.report()
                    .add(
                            Check.EMPTY_ARRAY_CONDITION_FORALLVALUES,
                            "The ForAllValues prefix with an empty condition key matches only if the key " + key
                                    + useNull,
                            value.location());
        } else if (quantifier == Quantifier.FOR_ANY_VALUE) {
            scope.report()
                    .add(
                            Check.EMPTY_ARRAY_CONDITION_FORANYVALUE,
                            "The ForAnyValue prefix with an empty condition key " + key
                                    + " never matches the request context and it does not affect the policy. Specify"
                                    + " conditions.",
                            value.location());
        } else if (operator != null && operator.ifExists()) {
            scope.report()
                    .add(
                            Check.EMPTY_ARRAY_CONDITION_IFEXISTS,
                            "The IfExists suffix with an empty condition key matches only if the key " + key + useNull,
                            value.location());
        } else {
            scope.report()
                    .add(
                            Check.EMPTY_ARRAY_CONDITION,
                            "There are no values for the condition key " + key
                                    + " and it does not affect the policy. Specify conditions.",
                            value.location());
        }
    }
}
