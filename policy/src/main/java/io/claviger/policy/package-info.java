/** The IAM policy language: documents, their compiled form, decisions. Depends on the JDK alone. */
@NullMarked
package io.claviger.policy;

import org.jspecify.annotations.NullMarked;
