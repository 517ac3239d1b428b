package io.claviger.iam.store;

import io.claviger.iam.AccessReport;
import io.claviger.iam.ActionUse;
import io.claviger.iam.ServiceUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be asked about the use of services, and about reports on it; {@link Reading} says what holds for all answers. */
public interface AccessQueries {

    /** The latest use of each action by a user, a role's sessions or a root user. */
    List<ActionUse> of(String principalId);

    /** The latest use of each service by anybody in the account. */
    List<ServiceUse> inAccount(String accountId);

    /** The report of this ID. */
    Optional<AccessReport> report(String accountId, String id);

    /** The account's reports of a kind that were asked for since a time, the latest first. */
    List<AccessReport> reportsSince(String accountId, AccessReport.Kind kind, Instant since);

    /** The account's reports that were asked for before a time, the oldest first, at most so many. */
    List<AccessReport> reportsBefore(String accountId, Instant before, int limit);
}
