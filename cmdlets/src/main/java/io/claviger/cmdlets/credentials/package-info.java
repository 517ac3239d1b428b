/**
 * The keys, region and endpoint of a cmdlet's calls, and the cmdlets that choose and store them. {@link
 * io.claviger.cmdlets.keys} obtains the keys.
 */
@NullMarked
package io.claviger.cmdlets.credentials;

import org.jspecify.annotations.NullMarked;
