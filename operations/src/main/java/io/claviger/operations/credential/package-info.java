/** The credentials of users and of the root user. */
@NullMarked
package io.claviger.operations.credential;

import org.jspecify.annotations.NullMarked;
