/** The decision, its explanation, and AWS's words for a denial. */
@NullMarked
package io.claviger.policy.decision;

import org.jspecify.annotations.NullMarked;
