/**
 * {@code claviger policy}: validates, decides, lists and formats policies on the command line, without a server. Depends on
 * the policy module, commons-cli and Jackson.
 */
@NullMarked
package io.claviger.policycli;

import org.jspecify.annotations.NullMarked;
