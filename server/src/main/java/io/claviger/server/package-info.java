/** The listener, the road of a request, and the program. */
@NullMarked
package io.claviger.server;

import org.jspecify.annotations.NullMarked;
