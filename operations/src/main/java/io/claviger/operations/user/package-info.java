/** Users, their tags, and how to find them. */
@NullMarked
package io.claviger.operations.user;

import org.jspecify.annotations.NullMarked;
