/** Secrets sealed with AES-256-GCM, and the key under which they are. */
@NullMarked
package io.claviger.storage.sealing;

import org.jspecify.annotations.NullMarked;
