/** PostgreSQL's own: its URL, its connections, its words, and how other processes' commits are noticed. */
@NullMarked
package io.claviger.storage.postgres;

import org.jspecify.annotations.NullMarked;
