/**
 * HTTP for AWS's clients: settings for proxies, retries and endpoints from the environment, trusted certificates, how a
 * call is aborted, and why a server could not be called. Knows nothing of profiles and keys.
 */
@NullMarked
package io.claviger.cmdlets.http;

import org.jspecify.annotations.NullMarked;
