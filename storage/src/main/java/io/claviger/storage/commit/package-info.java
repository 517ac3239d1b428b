/** The store on an SQL database: pooled sessions, transactions, and writes that share commits. */
@NullMarked
package io.claviger.storage.commit;

import org.jspecify.annotations.NullMarked;
