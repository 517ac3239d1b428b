/** What an operator declares that there is to be in an account, the steps that make it so, and how they are done. */
@NullMarked
package io.claviger.server.declared;

import org.jspecify.annotations.NullMarked;
