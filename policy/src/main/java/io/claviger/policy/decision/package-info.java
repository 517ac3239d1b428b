/** Decisions, their explanations, and AWS's words for a denial. {@link io.claviger.policy.decision.Evaluation} is the door. */
@NullMarked
package io.claviger.policy.decision;

import org.jspecify.annotations.NullMarked;
