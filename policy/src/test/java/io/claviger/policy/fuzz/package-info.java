/** The entry point of the fuzzer, and inputs that were hard once. */
@NullMarked
package io.claviger.policy.fuzz;

import org.jspecify.annotations.NullMarked;
