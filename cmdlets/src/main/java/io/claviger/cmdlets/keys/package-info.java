/**
 * Obtains keys: from AWS's shared files, or from what a profile, the environment or the machine names (a role of STS,
 * another program, the server of a container or of an instance). Knows nothing of cmdlets.
 */
@NullMarked
package io.claviger.cmdlets.keys;

import org.jspecify.annotations.NullMarked;
