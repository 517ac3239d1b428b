package io.claviger.operations.organization;

import io.claviger.iam.Account;
import io.claviger.iam.AccountIds;
import io.claviger.iam.Attachment;
import io.claviger.iam.MemberAccount;
import io.claviger.iam.Organization;
import io.claviger.iam.Partition;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.Role;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Writing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes accounts beside the first, as Organizations does: each has a root user, and a role {@value #ROLE} that trusts the
 * management account and may do everything. The first account is the management account. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html">
 *     Accessing a member account that has OrganizationAccountAccessRole</a>
 */
public final class NewAccounts {

    /** The role by which the management account reaches a member. */
    public static final String ROLE = "OrganizationAccountAccessRole";

    private static final String ADMINISTRATOR_ACCESS = "AdministratorAccess";

    private final Partition partition;
    private final UniqueIds uniqueIds;
    private final AccountIds accountIds;

    /** Makes accounts in this partition. */
    public NewAccounts(Partition partition, UniqueIds uniqueIds, AccountIds accountIds) {
        this.partition = partition;
        this.uniqueIds = uniqueIds;
        this.accountIds = accountIds;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * The account is made.
         *
         * @param managementAccount the account that its role trusts
         */
        record Made(MemberAccount member, Account managementAccount) implements Outcome {}

        /** It cannot be made, for this reason. */
        record Impossible(String reason) implements Outcome {}
    }

    /**
     * Makes an account in a transaction.
     *
     * @param accountId 12 digits, or empty for a number at random
     * @param rootPassword of the account's root user
     * @param now when
     */
    public Outcome make(
            Writing writing,
            String name,
            String email,
            Optional<String> accountId,
            PasswordHash rootPassword,
            Instant now) {
        Optional<Account> management = management(writing);
        if (management.isEmpty()) {
            return new Outcome.Impossible("there is no account yet that could manage others: the next start makes it");
        }
        if (writing.accounts().byEmail(email).isPresent()) {
            return new Outcome.Impossible("there is an account of " + email + " already");
        }
        Optional<String> elsewhere =
                AccountPartition.complaint(writing, management.get().accountId(), partition);
        if (elsewhere.isPresent()) {
            return new Outcome.Impossible(elsewhere.get());
        }
        String id = accountId.orElseGet(accountIds::random);
        if (writing.accounts().byId(id).isPresent()) {
            return new Outcome.Impossible("there is an account " + id + " already");
        }
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        writing.insert(new Account(id, second, rootPassword));
        MemberAccount member = member(writing, management.get(), id, name, email, second);
        Role role = new Role(
                id,
                uniqueIds.role(),
                ROLE,
                "/",
                null,
                second,
                trust(management.get()),
                Duration.ofHours(1),
                null,
                List.of());
        writing.insert(role);
        writing.insert(new Attachment(
                id, role.id(), partition.awsManagedPolicies() + ADMINISTRATOR_ACCESS, ADMINISTRATOR_ACCESS));
        return new Outcome.Made(member, management.get());
    }

    /**
     * Makes an account that came from elsewhere, and is written already, a member beside those that there were. As at AWS,
     * an account that joins has no role {@value #ROLE} unless it makes one.
     *
     * @param now when
     */
    public Outcome join(Writing writing, String accountId, String name, String email, Instant now) {
        Account management = writing.organizations()
                .only()
                .flatMap(organization -> writing.accounts().byId(organization.accountId()))
                .or(() -> writing.accounts().all().stream()
                        .filter(account -> !account.accountId().equals(accountId))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("there is no other account"));
        if (writing.accounts()
                .byEmail(email)
                .filter(account -> !account.accountId().equals(accountId))
                .isPresent()) {
            return new Outcome.Impossible("there is an account of " + email + " already");
        }
        return new Outcome.Made(member(writing, management, accountId, name, email, now), management);
    }

    private MemberAccount member(
            Writing writing, Account management, String accountId, String name, String email, Instant joined) {
        Organization organization = writing.organizations().only().orElseGet(() -> {
            Organization made = new Organization(management.accountId(), uniqueIds.organization(), Set.of());
            writing.insert(made);
            return made;
        });
        MemberAccount member = new MemberAccount(accountId, organization.id(), name, email, joined);
        writing.insert(member);
        return member;
    }

    /** The account that manages the others: the organization's, or the only one there is. */
    public static Optional<Account> management(Reading reading) {
        return reading.organizations()
                .only()
                .map(organization -> reading.accounts().byId(organization.accountId()))
                .orElseGet(() -> reading.accounts().all().stream().findFirst());
    }

    private static String trust(Account management) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                + management.accountId() + "\"},\"Action\":\"sts:AssumeRole\"}]}";
    }
}
