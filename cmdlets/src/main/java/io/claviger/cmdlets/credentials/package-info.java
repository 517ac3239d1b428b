/**
 * Whose keys a cmdlet signs with, for which region and endpoint; and the cmdlets that choose and store them. How keys are got
 * is a matter of {@link io.claviger.cmdlets.keys}.
 */
@NullMarked
package io.claviger.cmdlets.credentials;

import org.jspecify.annotations.NullMarked;
