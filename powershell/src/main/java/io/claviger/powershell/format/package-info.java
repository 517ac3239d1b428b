/** What is printed of values: lines, lists and tables, laid out as PowerShell lays them out. */
@NullMarked
package io.claviger.powershell.format;

import org.jspecify.annotations.NullMarked;
