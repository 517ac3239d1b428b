package io.claviger.iam.store;

import io.claviger.iam.MfaDevice;
import java.util.List;
import java.util.Optional;

/** What can be asked about virtual MFA devices; {@link Reading} says what holds for all answers. */
public interface MfaQueries {

    /** Which devices are listed. */
    enum Which {
        ALL,
        /** Those that are somebody's. */
        ASSIGNED,
        /** Those that are nobody's. */
        UNASSIGNED
    }

    /** The device of this path and name, which are given together: {@code /path/name}. */
    Optional<MfaDevice> named(String accountId, String pathAndName);

    /** The devices of a user, or of the root user if the account's ID is given; by path and name. */
    List<MfaDevice> ofOwner(String ownerId);

    /** The account's devices by path and name, which are also the slice's position; it has no use for the slice's path. */
    List<MfaDevice> list(String accountId, Which which, Slice slice);
}
