/** The web console: its pages, signing in by cookie, and what it asks beyond the API. */
@NullMarked
package io.claviger.server.console;

import org.jspecify.annotations.NullMarked;
