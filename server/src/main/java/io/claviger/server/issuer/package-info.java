/** What everybody may read of the accounts as issuers of tokens. */
@NullMarked
package io.claviger.server.issuer;

import org.jspecify.annotations.NullMarked;
