/**
 * What gets keys: AWS's shared files, and whatever a profile, the environment or the machine names (keys that stand there, a
 * role of STS, another program, the server of a container or of an instance). Knows nothing of cmdlets.
 */
@NullMarked
package io.claviger.cmdlets.keys;

import org.jspecify.annotations.NullMarked;
