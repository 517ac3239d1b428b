package io.claviger.policy.condition;

/** A relation of two values that have an order. */
public enum Comparison {
    /** Neither is greater. */
    EQUAL,
    /** The first is less. */
    LESS,
    /** The first is not greater. */
    LESS_OR_EQUAL,
    /** The first is greater. */
    GREATER,
    /** The first is not less. */
    GREATER_OR_EQUAL;

    /** Whether the relation holds, given the first value's {@code compareTo} the second. */
    public boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }
}
