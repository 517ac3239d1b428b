/** The words of the command line: what they share, and the small ones. */
@NullMarked
package io.claviger.server.command;

import org.jspecify.annotations.NullMarked;
