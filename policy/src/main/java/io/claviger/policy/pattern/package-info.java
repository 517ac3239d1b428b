/**
 * Patterns of policies: text with wildcards and policy variables, matched without ever going back more than one wildcard.
 * Knows nothing of statements.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</a>
 */
@NullMarked
package io.claviger.policy.pattern;

import org.jspecify.annotations.NullMarked;
