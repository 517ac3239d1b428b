package io.claviger.policy.parse;

import io.claviger.policy.condition.ConditionOperator;
import io.claviger.policy.condition.Family;
import io.claviger.policy.document.Condition;
import io.claviger.policy.document.Term;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonBoolean;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonNumber;
import io.claviger.policy.json.JsonValue.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the structure of a statement's {@code Condition}: operators, keys, values. */
final class DraftConditions {

    private DraftConditions() {}

    static List<Condition> read(JsonValue value, StructureFaults faults) throws PolicyFault {
        List<Condition> conditions = new ArrayList<>();
        for (JsonMember member : Json.object(value, "Condition").members()) {
            ConditionOperator operator = ConditionOperator.named(member.name());
            if (operator == null) {
                throw faults.operator(member.name(), member.nameAt());
            }
            keys(member, operator, conditions);
        }
        return conditions;
    }

    private static void keys(JsonMember block, ConditionOperator operator, List<Condition> conditions)
            throws PolicyFault {
        Set<String> keys = new HashSet<>();
        for (JsonMember member : Json.object(block.value(), block.name()).members()) {
            String key = member.name();
            if (key.isBlank()) {
                throw PolicyFault.syntax("A condition key has a name", member.nameAt());
            }
            if (!keys.add(key.toLowerCase(Locale.ROOT))) {
                throw PolicyFault.syntax(
                        "The condition key " + key + " stands twice under one operator", member.nameAt());
            }
            List<Term> values = values(member.value());
            bytes(block.name(), operator, values);
            conditions.add(new Condition(block.name(), operator, key, member.nameAt(), values));
        }
    }

    /** Bytes are the only values that AWS reads together with the structure. */
    private static void bytes(String name, ConditionOperator operator, List<Term> values) throws PolicyFault {
        if (operator.kind().family() == Family.BINARY) {
            for (Term value : values) {
                if (!Family.BINARY.accepts(value.text(), false)) {
                    throw PolicyFault.syntax(
                            name + " takes base64 with its padding, not \"" + value.text() + "\"", value.at());
                }
            }
        }
    }

    private static List<Term> values(JsonValue value) throws PolicyFault {
        List<Term> values = new ArrayList<>();
        for (JsonValue element : Json.elements(value)) {
            values.add(scalar(element));
        }
        return values;
    }

    private static Term scalar(JsonValue value) throws PolicyFault {
        return switch (value) {
            case JsonText text -> new Term(text.value(), text.at());
            case JsonNumber number -> new Term(number.lexeme(), number.at());
            case JsonBoolean truth -> new Term(Boolean.toString(truth.value()), truth.at());
            default ->
                throw PolicyFault.syntax("The value of a condition is a text, a number, true or false", value.at());
        };
    }
}
