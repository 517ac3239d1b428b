/** Passwords of users: login profiles, changing one's own, and what the account demands of them. */
@NullMarked
package io.claviger.operations.password;

import org.jspecify.annotations.NullMarked;
