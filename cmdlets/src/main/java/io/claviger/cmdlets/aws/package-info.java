/** The cmdlets of AWS's services. All are made from a table of names and the AWS SDK's clients, none by hand. */
@org.jspecify.annotations.NullMarked
package io.claviger.cmdlets.aws;
