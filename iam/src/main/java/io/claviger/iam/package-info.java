/** The nouns of identity and access management: accounts, users, groups, policies and access keys. */
@NullMarked
package io.claviger.iam;

import org.jspecify.annotations.NullMarked;
