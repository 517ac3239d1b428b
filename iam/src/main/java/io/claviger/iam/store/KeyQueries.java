package io.claviger.iam.store;

import io.claviger.iam.AccessKey;
import io.claviger.iam.KeyUse;
import java.util.List;
import java.util.Optional;

/** What can be asked about access keys; {@link Reading} says what holds for all answers. */
public interface KeyQueries {

    /** The access key of this ID, in any account. */
    Optional<AccessKey> byId(String accessKeyId);

    /** The access keys of a user, or of the root user if the account's ID is given; by creation, then ID. */
    List<AccessKey> ofOwner(String ownerId);

    /** When and for what the key was last used; empty if it was never used or no longer exists. */
    Optional<KeyUse> lastUse(String accessKeyId);
}
