/** The cmdlets of PowerShell itself that people use with those of AWS. */
@NullMarked
package io.claviger.corecmdlets;

import org.jspecify.annotations.NullMarked;
