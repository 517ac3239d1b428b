/** SQLite's own: files, pragmas, the schema, and the native library. */
@NullMarked
package io.claviger.storage.sqlite;

import org.jspecify.annotations.NullMarked;
