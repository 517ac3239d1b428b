/** The operations on a real store: what they answer, what they refuse, and whom. */
@NullMarked
package io.claviger.operations;

import org.jspecify.annotations.NullMarked;
