/** Policies ready to be evaluated, and the indexes by which a decision finds the statements that matter. */
@NullMarked
package io.claviger.policy.compile;

import org.jspecify.annotations.NullMarked;
