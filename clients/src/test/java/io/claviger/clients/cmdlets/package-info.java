/** The cmdlets against real servers: what a person types at the prompt, and what comes. */
@NullMarked
package io.claviger.clients.cmdlets;

import org.jspecify.annotations.NullMarked;
