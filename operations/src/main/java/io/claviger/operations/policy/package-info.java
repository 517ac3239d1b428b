/** Managed policies and their versions, inline policies, permissions boundaries, and what is attached to whom. */
@NullMarked
package io.claviger.operations.policy;

import org.jspecify.annotations.NullMarked;
