/** A session: it runs lines and scripts, prints what they write, asks what must be asked. */
@NullMarked
package io.claviger.powershell.shell;

import org.jspecify.annotations.NullMarked;
