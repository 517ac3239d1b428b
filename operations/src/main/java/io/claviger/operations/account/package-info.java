/** The account: signing up for it, and what it has. */
@NullMarked
package io.claviger.operations.account;

import org.jspecify.annotations.NullMarked;
