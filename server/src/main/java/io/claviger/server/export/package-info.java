/** Files that hold an account with its secrets, which only the one whom a file is for can open. */
@NullMarked
package io.claviger.server.export;

import org.jspecify.annotations.NullMarked;
