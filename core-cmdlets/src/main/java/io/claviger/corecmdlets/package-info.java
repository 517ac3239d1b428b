/** The cmdlets of PowerShell itself that people use with those of a service. */
@NullMarked
package io.claviger.corecmdlets;

import org.jspecify.annotations.NullMarked;
