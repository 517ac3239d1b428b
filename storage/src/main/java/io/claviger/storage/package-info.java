/** What all of the store's packages share: why it cannot be opened, and files that are their owner's alone. */
@NullMarked
package io.claviger.storage;

import org.jspecify.annotations.NullMarked;
