/** Passwords of people: their text, their hashes, and how they are checked. */
@NullMarked
package io.claviger.access.password;

import org.jspecify.annotations.NullMarked;
