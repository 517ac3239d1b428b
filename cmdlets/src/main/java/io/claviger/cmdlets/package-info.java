/**
 * IAM's and STS's cmdlets, named and behaving as AWS Tools for PowerShell, and as much of PowerShell's language as people
 * use with them. A client: it knows AWS's SDK and nothing of the server.
 */
@NullMarked
package io.claviger.cmdlets;

import org.jspecify.annotations.NullMarked;
