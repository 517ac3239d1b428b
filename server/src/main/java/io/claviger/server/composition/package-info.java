/** What a server is made of, and what an operator decides about it. */
@NullMarked
package io.claviger.server.composition;

import org.jspecify.annotations.NullMarked;
