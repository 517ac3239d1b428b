/** The accounts of a deployment together, and who of them may act in the others. */
@NullMarked
package io.claviger.operations.organization;

import org.jspecify.annotations.NullMarked;
