/** Identity providers outside of the account. */
@NullMarked
package io.claviger.operations.federation;

import org.jspecify.annotations.NullMarked;
