/**
 * IAM's and STS's cmdlets, with the names and the behaviour of AWS Tools for PowerShell, and the program that runs
 * them. A client: it knows AWS's SDK and nothing of the server.
 */
@NullMarked
package io.claviger.cmdlets;

import org.jspecify.annotations.NullMarked;
