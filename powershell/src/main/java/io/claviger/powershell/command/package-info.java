/**
 * What a cmdlet is: its description, by which arguments are bound, completion offered and help written, and its running.
 * A cmdlet knows nothing of the language or of terminals; everything it may use is in its
 * {@link io.claviger.powershell.command.CmdletContext}.
 */
@NullMarked
package io.claviger.powershell.command;

import org.jspecify.annotations.NullMarked;
