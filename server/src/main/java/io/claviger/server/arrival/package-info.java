/** How requests come, as everything that looks at them sees it: who signed them, from where, under which path. */
@NullMarked
package io.claviger.server.arrival;

import org.jspecify.annotations.NullMarked;
