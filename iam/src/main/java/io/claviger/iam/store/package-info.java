/**
 * The store's port: what the operations read and write, whatever database keeps it, and the log of changes by which
 * caches stay true.
 */
@NullMarked
package io.claviger.iam.store;

import org.jspecify.annotations.NullMarked;
