/** Policies as they are written: documents, statements, principals, and the writer of their JSON. */
@NullMarked
package io.claviger.policy.document;

import org.jspecify.annotations.NullMarked;
