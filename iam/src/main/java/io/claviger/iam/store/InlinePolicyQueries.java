package io.claviger.iam.store;

import io.claviger.iam.InlinePolicy;
import java.util.List;
import java.util.Optional;

/** What can be asked about inline policies; {@link Reading} says what holds for all answers. */
public interface InlinePolicyQueries {

    /** An inline policy of a user, a group or a role. */
    Optional<InlinePolicy> named(String ownerId, String name);

    /** The inline policies of a user, a group or a role; they have no path, so only the rest of the slice counts. */
    List<InlinePolicy> ofOwner(String ownerId, Slice slice);
}
