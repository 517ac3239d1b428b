/** Requests to act in another account for some hours: made, taken, approved of, and their tokens sent. */
@NullMarked
package io.claviger.operations.delegation;

import org.jspecify.annotations.NullMarked;
