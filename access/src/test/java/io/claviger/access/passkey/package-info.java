@NullMarked
package io.claviger.access.passkey;

import org.jspecify.annotations.NullMarked;
