/** What identity providers say of somebody: claims of tokens and attributes of assertions. */
@NullMarked
package io.claviger.operations.claims;

import org.jspecify.annotations.NullMarked;
