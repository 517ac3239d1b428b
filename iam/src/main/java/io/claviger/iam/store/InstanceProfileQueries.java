package io.claviger.iam.store;

import io.claviger.iam.InstanceProfile;
import java.util.List;
import java.util.Optional;

/** What can be asked about instance profiles; {@link Reading} says what holds for all answers. */
public interface InstanceProfileQueries {

    /** The instance profile of this name. */
    Optional<InstanceProfile> named(String accountId, String name);

    /** The account's instance profiles. */
    List<InstanceProfile> list(String accountId, Slice slice);

    /** The instance profiles that hold a role. They have no use for the slice's path. */
    List<InstanceProfile> ofRole(String roleId, Slice slice);
}
