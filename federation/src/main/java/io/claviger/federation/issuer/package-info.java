/** Tokens that an account issues: what signs them, what they say, and the documents by which others verify them. */
@NullMarked
package io.claviger.federation.issuer;

import org.jspecify.annotations.NullMarked;
