package io.claviger.policy.condition;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operators of the language without prefix and suffix. */
public enum OperatorKind {
    /** Equal texts. */
    STRING_EQUALS("StringEquals", Family.STRING, Comparison.EQUAL, false),
    /** Texts of which none is equal. */
    STRING_NOT_EQUALS("StringNotEquals", Family.STRING, Comparison.EQUAL, true),
    /** Texts that are equal but for case. */
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Family.STRING_IGNORING_CASE, Comparison.EQUAL, false),
    /** Texts of which none is equal, whatever the case. */
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Family.STRING_IGNORING_CASE, Comparison.EQUAL, true),
    /** Texts with wildcards. */
    STRING_LIKE("StringLike", Family.STRING_LIKE, Comparison.EQUAL, false),
    /** Texts with wildcards of which none fits. */
    STRING_NOT_LIKE("StringNotLike", Family.STRING_LIKE, Comparison.EQUAL, true),
    /** Equal numbers. */
    NUMERIC_EQUALS("NumericEquals", Family.NUMERIC, Comparison.EQUAL, false),
    /** Numbers of which none is equal. */
    NUMERIC_NOT_EQUALS("NumericNotEquals", Family.NUMERIC, Comparison.EQUAL, true),
    /** The request's number is less. */
    NUMERIC_LESS_THAN("NumericLessThan", Family.NUMERIC, Comparison.LESS, false),
    /** The request's number is not greater. */
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Family.NUMERIC, Comparison.LESS_OR_EQUAL, false),
    /** The request's number is greater. */
    NUMERIC_GREATER_THAN("NumericGreaterThan", Family.NUMERIC, Comparison.GREATER, false),
    /** The request's number is not less. */
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Family.NUMERIC, Comparison.GREATER_OR_EQUAL, false),
    /** The same moment. */
    DATE_EQUALS("DateEquals", Family.DATE, Comparison.EQUAL, false),
    /** Moments of which none is the same. */
    DATE_NOT_EQUALS("DateNotEquals", Family.DATE, Comparison.EQUAL, true),
    /** The request's moment is earlier. */
    DATE_LESS_THAN("DateLessThan", Family.DATE, Comparison.LESS, false),
    /** The request's moment is not later. */
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Family.DATE, Comparison.LESS_OR_EQUAL, false),
    /** The request's moment is later. */
    DATE_GREATER_THAN("DateGreaterThan", Family.DATE, Comparison.GREATER, false),
    /** The request's moment is not earlier. */
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Family.DATE, Comparison.GREATER_OR_EQUAL, false),
    /** True or false. */
    BOOL("Bool", Family.BOOL, Comparison.EQUAL, false),
    /** Equal bytes. */
    BINARY_EQUALS("BinaryEquals", Family.BINARY, Comparison.EQUAL, false),
    /** An address within a block. */
    IP_ADDRESS("IpAddress", Family.IP, Comparison.EQUAL, false),
    /** An address outside of all blocks. */
    NOT_IP_ADDRESS("NotIpAddress", Family.IP, Comparison.EQUAL, true),
    /** The same as {@link #ARN_LIKE}. */
    ARN_EQUALS("ArnEquals", Family.ARN, Comparison.EQUAL, false),
    /** The same as {@link #ARN_NOT_LIKE}. */
    ARN_NOT_EQUALS("ArnNotEquals", Family.ARN, Comparison.EQUAL, true),
    /** ARNs with wildcards, part by part. */
    ARN_LIKE("ArnLike", Family.ARN, Comparison.EQUAL, false),
    /** ARNs with wildcards of which none fits. */
    ARN_NOT_LIKE("ArnNotLike", Family.ARN, Comparison.EQUAL, true),
    /** Whether the key is absent. */
    NULL("Null", Family.PRESENCE, Comparison.EQUAL, false);

    private static final Map<String, OperatorKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.text, Function.identity()));

    private final String text;
    private final Family family;
    private final Comparison comparison;
    private final boolean negated;

    OperatorKind(String text, Family family, Comparison comparison, boolean negated) {
        this.text = text;
        this.family = family;
        this.comparison = comparison;
        this.negated = negated;
    }

    /** The operator of that exact name, or null. */
    public static @Nullable OperatorKind named(String text) {
        return BY_NAME.get(text);
    }

    /** The operator's name in policies. */
    public String text() {
        return text;
    }

    /** What type of value it is about. */
    public Family family() {
        return family;
    }

    /** How it compares values that have an order; equality for the others. */
    public Comparison comparison() {
        return comparison;
    }

    /** Whether the comparison must fail for every value of the policy. */
    public boolean negated() {
        return negated;
    }
}
