package io.claviger.policy.pattern;

/** The answer of a test that may be impossible to evaluate. */
public enum Truth {
    /** The test fails. */
    FALSE,
    /** The test cannot be evaluated: a variable has no value, or a value is not of the type the test is about. */
    UNKNOWN,
    /** The test holds. */
    TRUE;

    /** The constant for a boolean. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
