/** Keys and certificates in PEM, as clients upload them. */
@NullMarked
package io.claviger.operations.pem;

import org.jspecify.annotations.NullMarked;
