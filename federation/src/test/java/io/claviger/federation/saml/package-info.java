/** An identity provider for tests, and what people try on those who believe one. */
@NullMarked
package io.claviger.federation.saml;

import org.jspecify.annotations.NullMarked;
