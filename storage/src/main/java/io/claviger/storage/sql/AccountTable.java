package io.claviger.storage.sql;

import io.claviger.iam.Account;
import io.claviger.iam.AccountProperty;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.store.AccountQueries;
import io.claviger.iam.store.Counted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL of accounts. */
final class AccountTable implements AccountQueries, Table<Account> {

    private static final String BY_ID = "SELECT * FROM account WHERE account_id = ?";
    private static final String BY_ALIAS = "SELECT * FROM account WHERE alias = ?";
    private static final String BY_EMAIL = """
            SELECT * FROM account WHERE email_key = ?
            UNION ALL
            SELECT a.* FROM account a JOIN member_account m ON m.account_id = a.account_id WHERE m.email_key = ?
            LIMIT 1""";
    private static final String ALL = "SELECT * FROM account ORDER BY account_id";
    private static final String INSERT = """
            INSERT INTO account (account_id, create_date, root_password, alias, password_last_used, email, email_key)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE account SET create_date = ?, root_password = ?, alias = ?, password_last_used = ?, email = ?,
                email_key = ?
            WHERE account_id = ?""";
    private static final String DELETE = "DELETE FROM account WHERE account_id = ?";

    private final Transaction transaction;

    AccountTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Account> byId(String accountId) {
        return transaction.one(BY_ID, AccountTable::read, accountId);
    }

    @Override
    public Optional<Account> byAlias(String alias) {
        return transaction.one(BY_ALIAS, AccountTable::read, alias);
    }

    @Override
    public Optional<Account> byEmail(String email) {
        String key = Names.key(email);
        return transaction.one(BY_EMAIL, AccountTable::read, key, key);
    }

    @Override
    public List<Account> all() {
        return transaction.list(ALL, AccountTable::read);
    }

    @Override
    public Optional<AccountProperty> property(String accountId, String name) {
        return new AccountPropertyTable(transaction).named(accountId, name);
    }

    @Override
    public int insert(Account account) {
        int rows = transaction.run(
                INSERT,
                account.accountId(),
                Times.toColumn(account.createDate()),
                account.rootPassword().encoded(),
                account.alias(),
                Times.toNullable(account.passwordLastUsed()),
                account.email(),
                emailKey(account));
        Owners.insert(transaction, account.accountId(), account.accountId());
        return rows;
    }

    @Override
    public int update(Account account) {
        return transaction.run(
                UPDATE,
                Times.toColumn(account.createDate()),
                account.rootPassword().encoded(),
                account.alias(),
                Times.toNullable(account.passwordLastUsed()),
                account.email(),
                emailKey(account),
                account.accountId());
    }

    @Override
    public int delete(Account account) {
        Owners.delete(transaction, account.accountId(), account.accountId());
        return transaction.run(DELETE, account.accountId());
    }

    @Override
    public int tokenVersion(String accountId) {
        return TokenPreferenceTable.version(transaction, accountId);
    }

    @Override
    public long count(String accountId, Counted kind) {
        return Counters.of(transaction, accountId, kind);
    }

    private static @Nullable String emailKey(Account account) {
        String email = account.email();
        return email == null ? null : Names.key(email);
    }

    private static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getString("account_id"),
                Times.fromColumn(row, "create_date"),
                new PasswordHash(row.getString("root_password")),
                row.getString("alias"),
                Times.fromNullable(row, "password_last_used"),
                row.getString("email"));
    }
}
