package io.claviger.iam.store;

import io.claviger.iam.Role;
import io.claviger.iam.RoleOrigin;
import io.claviger.iam.RoleUse;
import java.util.List;
import java.util.Optional;

/** What can be asked about roles; {@link Reading} says what holds for all answers. */
public interface RoleQueries {

    /** The role of this name. */
    Optional<Role> named(String accountId, String name);

    /** The role of this unique ID, in any account. */
    Optional<Role> byId(String roleId);

    /** The latest request of a session of the role; empty if there was none or the role no longer exists. */
    Optional<RoleUse> lastUse(String roleId);

    /** The template that the role was made of; empty if it was made of none. */
    Optional<RoleOrigin> origin(String roleId);

    /** The account's roles. */
    List<Role> list(String accountId, Slice slice);

    /** The account's roles to which a managed policy is attached. */
    List<Role> withPolicy(String accountId, String policyArn, Slice slice);

    /** The account's roles that a managed policy bounds. */
    List<Role> boundedBy(String accountId, String policyArn, Slice slice);
}
