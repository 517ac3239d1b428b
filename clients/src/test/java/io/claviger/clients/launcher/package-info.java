/** What the launcher does, on a checkout with a small Maven and a small JDK of its own, so that a build takes no time. */
@NullMarked
package io.claviger.clients.launcher;

import org.jspecify.annotations.NullMarked;
