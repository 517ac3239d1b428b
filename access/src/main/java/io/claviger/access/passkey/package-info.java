/** Passkeys and security keys: challenges, and what authenticators answer to them, verified by a library. */
@NullMarked
package io.claviger.access.passkey;

import org.jspecify.annotations.NullMarked;
