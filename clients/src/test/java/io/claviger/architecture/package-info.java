/** The modules as ARCHITECTURE.md draws them. */
@NullMarked
package io.claviger.architecture;

import org.jspecify.annotations.NullMarked;
