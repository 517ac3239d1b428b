package io.claviger.iam.store;

import io.claviger.iam.Account;
import io.claviger.iam.AccountProperty;
import java.util.List;
import java.util.Optional;

/** What can be asked about accounts; {@link Reading} says what holds for all answers. */
public interface AccountQueries {

    /** The account of this ID. */
    Optional<Account> byId(String accountId);

    /** The account of this alias. */
    Optional<Account> byAlias(String alias);

    /** The account whose root user has this address, whatever its case. */
    Optional<Account> byEmail(String email);

    /** All accounts, by ID. */
    List<Account> all();

    /** Which session tokens the account gets of the global endpoint of STS. */
    int tokenVersion(String accountId);

    /** The account's property of this name; empty if it was never set. */
    Optional<AccountProperty> property(String accountId, String name);

    /** How many entities of a kind the account has; costs the same whatever the number. */
    long count(String accountId, Counted kind);
}
