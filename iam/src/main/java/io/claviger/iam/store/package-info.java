/**
 * The store's port: what can be read and written, whatever database keeps it, and the log of changes that keeps
 * caches true.
 */
@NullMarked
package io.claviger.iam.store;

import org.jspecify.annotations.NullMarked;
