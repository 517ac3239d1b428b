/**
 * The cmdlets of PowerShell itself that people use with those of a service. The tests of this module also show the language
 * of the module powershell, where lines need these cmdlets.
 */
@NullMarked
package io.claviger.corecmdlets;

import org.jspecify.annotations.NullMarked;
