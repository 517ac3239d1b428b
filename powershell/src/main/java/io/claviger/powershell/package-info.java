/**
 * As much of PowerShell's language as people use with cmdlets, and PowerShell's own cmdlets that go with it. A library: it
 * knows no service, and the modules that use it bring cmdlets of their own.
 */
@NullMarked
package io.claviger.powershell;

import org.jspecify.annotations.NullMarked;
