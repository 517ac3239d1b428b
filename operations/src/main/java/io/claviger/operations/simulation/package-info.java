/** The policy simulator. */
@NullMarked
package io.claviger.operations.simulation;

import org.jspecify.annotations.NullMarked;
