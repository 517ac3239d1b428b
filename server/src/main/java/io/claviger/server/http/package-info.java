/** HTTP/1.1 as the server speaks it: the listener, its limits, and what stands behind a path. */
@NullMarked
package io.claviger.server.http;

import org.jspecify.annotations.NullMarked;
