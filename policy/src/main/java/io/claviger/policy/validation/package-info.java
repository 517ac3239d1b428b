/**
 * Reports what is wrong, dangerous or useless in a policy, with AWS's issue codes and with places in the text, as IAM Access
 * Analyzer's ValidatePolicy does. Works on any text, also where the parser refuses it: {@link
 * io.claviger.policy.validation.PolicyValidator} is where to begin.
 */
@NullMarked
package io.claviger.policy.validation;

import org.jspecify.annotations.NullMarked;
