/**
 * The IAM policy language. Depends on the JDK alone. This package holds no classes; from the ground up there are
 * {@code json}, {@code pattern} and {@code condition}; {@code document}, a policy as it is written; {@code parse};
 * {@code request}; {@code compile}; {@code decision}; and beside them {@code catalog} and {@code validation}.
 */
@NullMarked
package io.claviger.policy;

import org.jspecify.annotations.NullMarked;
