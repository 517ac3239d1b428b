/** The road of a request: verified, bound, admitted, executed, written. */
@NullMarked
package io.claviger.server.road;

import org.jspecify.annotations.NullMarked;
