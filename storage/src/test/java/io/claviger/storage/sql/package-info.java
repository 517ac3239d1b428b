/** The store's contract, and the tests of what is SQLite's own. */
@NullMarked
package io.claviger.storage.sql;

import org.jspecify.annotations.NullMarked;
