/** From a text to a policy that can be evaluated, or to the first thing that is wrong with it. */
@NullMarked
package io.claviger.policy.parse;

import org.jspecify.annotations.NullMarked;
