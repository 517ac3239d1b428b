/** The cmdlets of AWS's services: made of a table of names and of the AWS SDK's clients, none by hand. */
@org.jspecify.annotations.NullMarked
package io.claviger.cmdlets.aws;
