/** Roles, whom they trust, and the instance profiles that hold them. */
@NullMarked
package io.claviger.operations.role;

import org.jspecify.annotations.NullMarked;
