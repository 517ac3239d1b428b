package io.claviger.policy.document;

import io.claviger.policy.condition.ConditionOperator;
import io.claviger.policy.json.Position;
import java.util.List;

/**
 * One key under one operator of a statement's {@code Condition}. Immutable.
 *
 * @param operatorName the operator as written
 * @param operator what it means
 * @param key the condition key as written
 * @param at where the key stands
 * @param values the values, any one of which is enough; numbers and booleans as they are written
 */
public record Condition(String operatorName, ConditionOperator operator, String key, Position at, List<Term> values) {

    /** Copies the list of values. */
    public Condition {
        values = List.copyOf(values);
    }
}
