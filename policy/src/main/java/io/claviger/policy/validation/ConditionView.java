package io.claviger.policy.validation;

import io.claviger.policy.condition.ConditionOperator;
import io.claviger.policy.condition.Family;
import io.claviger.policy.condition.OperatorKind;
import io.claviger.policy.condition.Quantifier;
import io.claviger.policy.pattern.AsciiCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key under an operator of a condition.
 *
 * @param operatorName the operator as written
 * @param operatorKey where it stands
 * @param operator null if there is no such operator
 * @param key the key as written
 * @param keyLocation where it stands
 * @param value its value or values
 * @param values the scalars among them
 */
record ConditionView(
        String operatorName,
        Location operatorKey,
        @Nullable ConditionOperator operator,
        String key,
        Location keyLocation,
        Node value,
        List<Node> values) {

    boolean on(String name) {
        return AsciiCase.lower(key).equals(AsciiCase.lower(name));
    }

    /** Whether the key is this one with something after it, as {@code aws:ResourceTag/} has. */
    boolean under(String prefix) {
        return AsciiCase.lower(key).startsWith(AsciiCase.lower(prefix));
    }

    boolean is(Family family) {
        return operator != null && operator.kind().family() == family;
    }

    boolean is(OperatorKind kind) {
        return operator != null && operator.kind() == kind;
    }

    boolean negated() {
        return operator != null && operator.kind().negated();
    }

    boolean ifExists() {
        return operator != null && operator.ifExists();
    }

    Quantifier quantifier() {
        return operator == null ? Quantifier.NONE : operator.quantifier();
    }

    /** Whether values are compared as text with wildcards: {@code StringLike} and ARN operators. */
    boolean wildcards() {
        return is(Family.STRING_LIKE) || is(Family.ARN);
    }

    boolean text() {
        return is(Family.STRING) || is(Family.STRING_IGNORING_CASE) || is(Family.STRING_LIKE);
    }
}
