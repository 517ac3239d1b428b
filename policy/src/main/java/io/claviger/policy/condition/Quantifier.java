package io.claviger.policy.condition;

/**
 * How a condition operator treats the values of a multi-valued key.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     Single-valued and multivalued context keys</a>
 */
public enum Quantifier {
    /** The key must have a single value. */
    NONE(""),
    /** Every value of the request must satisfy the operator; a missing key does. */
    FOR_ALL_VALUES("ForAllValues:"),
    /** At least one value of the request must satisfy the operator; a missing key does not. */
    FOR_ANY_VALUE("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
        this.prefix = prefix;
    }

    /** What stands before the operator's name, colon included. */
    public String prefix() {
        return prefix;
    }
}
