package io.claviger.policy;

import io.claviger.policy.condition.ConditionOperator;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonBoolean;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonNumber;
import io.claviger.policy.json.JsonValue.JsonText;
import io.claviger.policy.json.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the structure of a statement's {@code Condition}: operators, keys, values. */
final class DraftConditions {

    private DraftConditions() {}

    static List<Condition> read(@Nullable JsonValue value) throws PolicyFault {
        List<Condition> conditions = new ArrayList<>();
        if (value != null) {
            for (JsonMember member : DraftReader.object(value).members()) {
                ConditionOperator operator = ConditionOperator.named(member.name());
                if (operator == null) {
                    throw PolicyFault.syntax(member.nameAt());
                }
                keys(member, operator, conditions);
            }
        }
        return conditions;
    }

    private static void keys(JsonMember block, ConditionOperator operator, List<Condition> conditions)
            throws PolicyFault {
        Set<String> keys = new HashSet<>();
        for (JsonMember member : DraftReader.object(block.value()).members()) {
            String key = member.name();
            if (key.isBlank() || !keys.add(key.toLowerCase(Locale.ROOT))) {
                throw PolicyFault.syntax(member.nameAt());
            }
            conditions.add(new Condition(block.name(), operator, key, member.nameAt(), values(member.value())));
        }
    }

    private static List<Term> values(JsonValue value) throws PolicyFault {
        List<Term> values = new ArrayList<>();
        for (JsonValue element : value instanceof JsonArray(var list, var at) ? list : List.of(value)) {
            values.add(scalar(element));
        }
        return values;
    }

    private static Term scalar(JsonValue value) throws PolicyFault {
        return switch (value) {
            case JsonText(String text, Position at) -> new Term(text, at);
            case JsonNumber(String lexeme, Position at) -> new Term(lexeme, at);
            case JsonBoolean(boolean truth, Position at) -> new Term(Boolean.toString(truth), at);
            default -> throw PolicyFault.syntax(value.at());
        };
    }
}
