/** Verification of AWS Signature Version 4: who signed this request? Depends on the JDK alone. */
@NullMarked
package io.claviger.sigv4;

import org.jspecify.annotations.NullMarked;
