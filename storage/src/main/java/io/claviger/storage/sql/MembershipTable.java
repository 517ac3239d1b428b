package io.claviger.storage.sql;

import io.claviger.iam.Membership;

/** The SQL of who is in which group. */
final class MembershipTable implements Table<Membership> {

    // Adds nothing unless the group and the user are of the account.
    private static final String INSERT = """
            INSERT INTO membership (account_id, group_id, user_name_key, user_id)
            SELECT u.account_id, g.id, u.name_key, u.id FROM iam_user u JOIN iam_group g ON g.account_id = u.account_id
            WHERE u.account_id = ? AND u.id = ? AND g.id = ?""";
    private static final String DELETE = """
            DELETE FROM membership WHERE account_id = ? AND user_id = ? AND group_id = ?""";

    private final Transaction transaction;

    MembershipTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public int insert(Membership membership) {
        return transaction.run(INSERT, membership.accountId(), membership.userId(), membership.groupId());
    }

    @Override
    public int delete(Membership membership) {
        return transaction.run(DELETE, membership.accountId(), membership.userId(), membership.groupId());
    }
}
