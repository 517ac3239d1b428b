/** Whose keys a cmdlet signs with, for which region and endpoint; and the cmdlets and files that say so. */
@org.jspecify.annotations.NullMarked
package io.claviger.cmdlets.credentials;
