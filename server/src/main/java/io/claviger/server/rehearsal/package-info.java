/** A client that plays the server some requests, so that the build can record what starting and serving needs. */
@NullMarked
package io.claviger.server.rehearsal;

import org.jspecify.annotations.NullMarked;
