/**
 * The condition operators of the policy language, one family a class. Knows texts and variables, not requests or
 * statements.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 */
@NullMarked
package io.claviger.policy.condition;

import org.jspecify.annotations.NullMarked;
