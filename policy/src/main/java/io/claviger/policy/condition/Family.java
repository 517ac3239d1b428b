package io.claviger.policy.condition;

import java.util.List;

/** The types of values that conditions are about. */
public enum Family {
    /** Text, compared as it is. */
    STRING,
    /** Text, compared without regard to case. */
    STRING_IGNORING_CASE,
    /** Text with wildcards. */
    STRING_LIKE,
    /** Decimal numbers. */
    NUMERIC,
    /** Moments in time. */
    DATE,
    /** {@code true} and {@code false}. */
    BOOL,
    /** Bytes in base64. */
    BINARY,
    /** IPv4 and IPv6 addresses. */
    IP,
    /** Amazon Resource Names. */
    ARN,
    /** Presence of the key. */
    PRESENCE;

    /** Whether values of this type may hold policy variables. */
    public boolean takesVariables() {
        return switch (this) {
            case STRING, STRING_IGNORING_CASE, STRING_LIKE, ARN -> true;
            case NUMERIC, DATE, BOOL, BINARY, IP, PRESENCE -> false;
        };
    }

    /**
     * Whether a policy may list the value.
     *
     * @param variables whether the policy's version gives variables a meaning
     */
    public boolean accepts(String value, boolean variables) {
        return switch (this) {
            case STRING, STRING_IGNORING_CASE, STRING_LIKE -> true;
            case NUMERIC -> Numbers.parse(value) != null;
            case DATE -> Moment.parse(value) != null;
            case BOOL, PRESENCE -> BoolOperator.parse(value) != null;
            case BINARY -> BinaryOperator.accepts(value);
            case IP -> AddressBlock.parse(value) != null;
            case ARN -> ArnPattern.accepts(value, variables);
        };
    }

    /**
     * Compiles the values a policy lists; a value that {@link #accepts} refuses matches nothing.
     *
     * @param variables whether the policy's version gives variables a meaning
     */
    public ValueTest compile(Comparison comparison, List<String> values, boolean variables) {
        return switch (this) {
            case STRING -> StringOperators.equality(values, variables);
            case STRING_IGNORING_CASE -> StringOperators.equalityIgnoringCase(values, variables);
            case STRING_LIKE -> StringOperators.likeness(values, variables);
            case NUMERIC -> NumericOperators.of(comparison, values);
            case DATE -> DateOperators.of(comparison, values);
            case BOOL, PRESENCE -> BoolOperator.of(values);
            case BINARY -> BinaryOperator.of(values);
            case IP -> IpOperators.of(values);
            case ARN -> ArnOperators.of(values, variables);
        };
    }
}
