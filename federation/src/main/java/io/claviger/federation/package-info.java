/** Proofs of identity from elsewhere, verified: tokens of OpenID Connect and assertions of SAML; and tokens issued. */
@NullMarked
package io.claviger.federation;

import org.jspecify.annotations.NullMarked;
