/** Tokens of OpenID Connect: read, verified by their issuer's keys, which are fetched within bounds or given as a file. */
@NullMarked
package io.claviger.federation.oidc;

import org.jspecify.annotations.NullMarked;
