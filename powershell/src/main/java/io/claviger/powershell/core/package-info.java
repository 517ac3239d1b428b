/** The cmdlets of PowerShell itself that people use with those of AWS. */
@NullMarked
package io.claviger.powershell.core;

import org.jspecify.annotations.NullMarked;
