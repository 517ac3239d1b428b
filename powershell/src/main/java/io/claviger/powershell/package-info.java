/**
 * As much of PowerShell's language as people use with cmdlets, and PowerShell's own cmdlets that go with it. A library: it
 * calls no service; the modules that use it add their own cmdlets.
 */
@NullMarked
package io.claviger.powershell;

import org.jspecify.annotations.NullMarked;
