@NullMarked
package io.claviger.access.password;

import org.jspecify.annotations.NullMarked;
