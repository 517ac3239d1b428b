/**
 * What there is to name in a policy: services, their actions, resource types and condition keys. AWS's own come with the
 * library; those of other services are read from small files. Policies are evaluated without any of this.
 */
@NullMarked
package io.claviger.policy.catalog;

import org.jspecify.annotations.NullMarked;
