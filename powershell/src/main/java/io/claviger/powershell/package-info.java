/**
 * As much of PowerShell's language as people use with cmdlets. A library: it has no cmdlets and knows no service. The
 * modules that use it add their cmdlets, and the types of their service by
 * {@link io.claviger.powershell.value.ServiceTypes}. Lines that need PowerShell's own cmdlets are tested in the module
 * core-cmdlets.
 */
@NullMarked
package io.claviger.powershell;

import org.jspecify.annotations.NullMarked;
