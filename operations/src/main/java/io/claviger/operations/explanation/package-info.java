/** Who may do what, and why: for one question, and for everybody of an account. */
@NullMarked
package io.claviger.operations.explanation;

import org.jspecify.annotations.NullMarked;
