/** SAML 2.0: metadata of identity providers, and the responses that they send, verified. */
@NullMarked
package io.claviger.federation.saml;

import org.jspecify.annotations.NullMarked;
