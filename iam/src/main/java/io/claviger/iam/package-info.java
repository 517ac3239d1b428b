/** What identity and access management is made of: accounts, users, groups, policies, access keys, and the port of their store. */
@NullMarked
package io.claviger.iam;

import org.jspecify.annotations.NullMarked;
