package io.claviger.storage.sql;

import io.claviger.iam.MemberAccount;

/** The SQL of the accounts that an organization made. */
final class MemberAccountTable implements Table<MemberAccount> {

    private static final String INSERT = """
        INSERT INTO member_account (account_id, organization_id, name, email, email_key, joined)
        VALUES (?, ?, ?, ?, ?, ?)\
        """;
    private static final String DELETE = "DELETE FROM member_account WHERE account_id = ?";

    private final Transaction transaction;

    MemberAccountTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public int insert(MemberAccount member) {
        return transaction.run(
                INSERT,
                member.accountId(),
                member.organizationId(),
                member.name(),
                member.email(),
                Names.key(member.email()),
                Times.toColumn(member.joined()));
    }

    @Override
    public int delete(MemberAccount member) {
        return transaction.run(DELETE, member.accountId());
    }
}
