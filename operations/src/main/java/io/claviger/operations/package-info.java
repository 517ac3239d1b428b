/** What each API call needs, and does: one class a family of resources. */
@NullMarked
package io.claviger.operations;

import org.jspecify.annotations.NullMarked;
