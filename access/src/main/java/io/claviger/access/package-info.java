/** Who calls, by which credential, and under which policies: what is behind an access key ID. */
@NullMarked
package io.claviger.access;

import org.jspecify.annotations.NullMarked;
