/**
 * The language at the prompt and in scripts: the part of PowerShell's that people use with these cmdlets. Text becomes a
 * tree; what PowerShell has beyond is refused with a sentence that names it.
 */
@NullMarked
package io.claviger.powershell.language;

import org.jspecify.annotations.NullMarked;
