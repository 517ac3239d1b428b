/** The store's port on SQLite. */
@NullMarked
package io.claviger.storage;

import org.jspecify.annotations.NullMarked;
