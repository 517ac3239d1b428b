/** What the language's operators, members, methods and casts do with values, as PowerShell does it. */
@NullMarked
package io.claviger.powershell.operator;

import org.jspecify.annotations.NullMarked;
