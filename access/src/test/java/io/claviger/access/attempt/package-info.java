@NullMarked
package io.claviger.access.attempt;

import org.jspecify.annotations.NullMarked;
