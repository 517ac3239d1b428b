/** The server's log: structured lines on standard error. */
@NullMarked
package io.claviger.server.logging;

import org.jspecify.annotations.NullMarked;
