/** The AWS query protocol, to and from the model classes of the AWS SDK; knows no operation by name. */
@NullMarked
package io.claviger.wire;

import org.jspecify.annotations.NullMarked;
