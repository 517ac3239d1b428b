/**
 * As much of PowerShell's language as people use with cmdlets. A library: it has no cmdlets and calls no service; the modules
 * that use it add theirs.
 */
@NullMarked
package io.claviger.powershell;

import org.jspecify.annotations.NullMarked;
