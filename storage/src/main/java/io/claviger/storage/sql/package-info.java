/** The tables in SQL that every database understands, and the one connection that they are asked through. */
@NullMarked
package io.claviger.storage.sql;

import org.jspecify.annotations.NullMarked;
