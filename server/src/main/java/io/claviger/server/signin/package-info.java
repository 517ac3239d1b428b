/** Signing in with a password: the root user's way to temporary credentials. */
@NullMarked
package io.claviger.server.signin;

import org.jspecify.annotations.NullMarked;
