/** One-time codes of MFA devices: how they are made, and which are accepted. */
@NullMarked
package io.claviger.access.mfa;

import org.jspecify.annotations.NullMarked;
