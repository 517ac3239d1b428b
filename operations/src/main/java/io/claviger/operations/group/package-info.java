/** Groups and their members. */
@NullMarked
package io.claviger.operations.group;

import org.jspecify.annotations.NullMarked;
