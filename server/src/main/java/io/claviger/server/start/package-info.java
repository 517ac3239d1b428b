/** {@code claviger start}: its options, and what the operator reads. */
@NullMarked
package io.claviger.server.start;

import org.jspecify.annotations.NullMarked;
