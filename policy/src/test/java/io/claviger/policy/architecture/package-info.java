/** How classes may depend on one another; other modules use it too. */
@NullMarked
package io.claviger.policy.architecture;

import org.jspecify.annotations.NullMarked;
