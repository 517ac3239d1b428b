/** The account as an issuer: tokens by which its principals identify themselves elsewhere. */
@NullMarked
package io.claviger.operations.issuer;

import org.jspecify.annotations.NullMarked;
