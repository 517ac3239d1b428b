/** AES-256-GCM for secrets, and the key for it. */
@NullMarked
package io.claviger.storage.sealing;

import org.jspecify.annotations.NullMarked;
