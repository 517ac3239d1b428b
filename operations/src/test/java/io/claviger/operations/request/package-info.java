/** What requests bring, read. */
@NullMarked
package io.claviger.operations.request;

import org.jspecify.annotations.NullMarked;
