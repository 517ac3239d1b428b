/**
 * {@code claviger policy}: what policies are worth, told on the command line and without a server. Knows the policy module
 * and the terminal, and nothing of the rest of the server.
 */
@NullMarked
package io.claviger.server.policy;

import org.jspecify.annotations.NullMarked;
