package io.claviger.policy.condition;

import io.claviger.policy.pattern.Truth;
import io.claviger.policy.pattern.Variables;

/** Tests one value of a request against all the values a policy lists for the key. Immutable. */
@FunctionalInterface
public interface ValueTest {

    /**
     * Whether the value fits at least one of the listed values.
     *
     * @return unknown if the request's value is not of the operator's type
     */
    Truth test(String value, Variables variables);
}
