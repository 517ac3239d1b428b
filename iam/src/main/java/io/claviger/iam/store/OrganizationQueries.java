package io.claviger.iam.store;

import io.claviger.iam.MemberAccount;
import io.claviger.iam.Organization;
import java.util.List;
import java.util.Optional;

/** What can be asked about organizations; {@link Reading} says what holds for all answers. */
public interface OrganizationQueries {

    /** The deployment's organization; empty as long as it has one account. */
    Optional<Organization> only();

    /** What the organization knows of a member; empty for the management account, and for one that does not exist. */
    Optional<MemberAccount> member(String accountId);

    /** All members, by account ID. */
    List<MemberAccount> members();
}
