/**
 * HTTP as AWS's clients are to use it here: what the environment says of proxies, retries and endpoints, whose certificates
 * are trusted, how a call is broken off, and why a server was not spoken to. Knows nothing of profiles and keys.
 */
@NullMarked
package io.claviger.cmdlets.http;

import org.jspecify.annotations.NullMarked;
