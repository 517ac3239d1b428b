@NullMarked
package io.claviger.storage.postgres;

import org.jspecify.annotations.NullMarked;
