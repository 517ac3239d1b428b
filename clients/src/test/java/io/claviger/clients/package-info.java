/** AWS's own clients, unchanged, against the program as a user starts it: one story, told by each of them. */
@NullMarked
package io.claviger.clients;

import org.jspecify.annotations.NullMarked;
