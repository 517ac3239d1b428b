/** What the whole repository keeps: its modules as ARCHITECTURE.md lists them, its sizes, its words. */
@NullMarked
package io.claviger.architecture;

import org.jspecify.annotations.NullMarked;
