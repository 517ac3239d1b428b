/** Arguments to parameters, by PowerShell's rules, with PowerShell's sentences about what does not fit. */
@NullMarked
package io.claviger.powershell.binding;

import org.jspecify.annotations.NullMarked;
