/** The way in from a shell: one line, a script or the prompt. */
@NullMarked
package io.claviger.cmdlets.launch;

import org.jspecify.annotations.NullMarked;
