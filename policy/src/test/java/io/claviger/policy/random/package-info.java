/** Random policies and requests, and what must hold of them all. */
@NullMarked
package io.claviger.policy.random;

import org.jspecify.annotations.NullMarked;
