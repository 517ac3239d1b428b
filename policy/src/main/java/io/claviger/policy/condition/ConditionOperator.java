package io.claviger.policy.condition;

import org.jspecify.annotations.Nullable;

/**
 * A condition operator as a policy names it. Immutable.
 *
 * @param quantifier its set operator
 * @param kind the operator proper
 * @param ifExists whether a missing key satisfies it
 */
public record ConditionOperator(Quantifier quantifier, OperatorKind kind, boolean ifExists) {

    private static final String IF_EXISTS = "IfExists";

    /**
     * Reads a name such as {@code ForAnyValue:StringLikeIfExists}, case-sensitively.
     *
     * @return null if there is no such operator; {@code NullIfExists} is none
     */
    public static @Nullable ConditionOperator named(String name) {
        Quantifier quantifier = Quantifier.NONE;
        for (Quantifier candidate : new Quantifier[] {Quantifier.FOR_ALL_VALUES, Quantifier.FOR_ANY_VALUE}) {
            if (name.startsWith(candidate.prefix())) {
                quantifier = candidate;
            }
        }
        boolean ifExists = name.endsWith(IF_EXISTS);
        int end = ifExists ? name.length() - IF_EXISTS.length() : name.length();
        if (end < quantifier.prefix().length()) {
            return null;
        }
        OperatorKind kind =
                OperatorKind.named(name.substring(quantifier.prefix().length(), end));
        if (kind == null || (kind == OperatorKind.NULL && ifExists)) {
            return null;
        }
        return new ConditionOperator(quantifier, kind, ifExists);
    }
}
