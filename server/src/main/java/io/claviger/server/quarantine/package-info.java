/** {@code claviger quarantine}: takes every right from a user or a role at once, by a call of the API. */
@NullMarked
package io.claviger.server.quarantine;

import org.jspecify.annotations.NullMarked;
