/** What the policies of the account's users, groups and roles give them access to. */
@NullMarked
package io.claviger.operations.insight;

import org.jspecify.annotations.NullMarked;
