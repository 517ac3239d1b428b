/** The door to every operation: what it needs, who may have it done, and the permit to do it. */
@NullMarked
package io.claviger.operations.gate;

import org.jspecify.annotations.NullMarked;
