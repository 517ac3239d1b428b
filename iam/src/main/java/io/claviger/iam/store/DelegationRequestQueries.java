package io.claviger.iam.store;

import io.claviger.iam.DelegationRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be asked about delegation requests; {@link Reading} says what holds for all answers. */
public interface DelegationRequestQueries {

    /** The request of this ID, whichever account made it. */
    Optional<DelegationRequest> byId(String id);

    /** The account's own request under its own name for it. */
    Optional<DelegationRequest> ofWorkflow(String accountId, String workflowId);

    /** The requests that somebody of the account has taken, by ID. */
    List<DelegationRequest> ownedIn(String ownerAccountId, Slice slice);

    /** The requests that this user, role's session or root user has taken, by ID. */
    List<DelegationRequest> ownedBy(String ownerAccountId, String ownerArn, Slice slice);

    /** How many requests of the account are under way: neither rejected nor finalized, and not expired. */
    int underWay(String accountId, Instant now);

    /** The account's requests that came no further since the given time, at most so many. */
    List<DelegationRequest> untouchedSince(String accountId, Instant before, int limit);
}
