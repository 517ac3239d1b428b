@NullMarked
package io.claviger.access.mfa;

import org.jspecify.annotations.NullMarked;
