/** What the server counts and times, for Prometheus. */
@NullMarked
package io.claviger.server.metrics;

import org.jspecify.annotations.NullMarked;
