@NullMarked
package io.claviger.federation.oidc;

import org.jspecify.annotations.NullMarked;
