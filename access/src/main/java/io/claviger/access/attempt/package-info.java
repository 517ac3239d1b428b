/** Attempts to prove who one is: whose is next, and how guessing is slowed down without locking anybody out. */
@NullMarked
package io.claviger.access.attempt;

import org.jspecify.annotations.NullMarked;
