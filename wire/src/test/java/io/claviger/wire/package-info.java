/** Tests of the wire: the AWS SDK's own clients are the other end. */
@NullMarked
package io.claviger.wire;

import org.jspecify.annotations.NullMarked;
