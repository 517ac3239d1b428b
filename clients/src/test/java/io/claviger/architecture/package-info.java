/** The house as ARCHITECTURE.md draws it. */
@NullMarked
package io.claviger.architecture;

import org.jspecify.annotations.NullMarked;
