/** MFA devices: made, given to users, brought in step, taken away, tagged. */
@NullMarked
package io.claviger.operations.mfa;

import org.jspecify.annotations.NullMarked;
