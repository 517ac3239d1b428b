/** The policy language for those who write policies: what is wrong with a text, and what it could name. */
@NullMarked
package io.claviger.operations.language;

import org.jspecify.annotations.NullMarked;
