package io.claviger.storage;

import io.claviger.iam.Account;
import io.claviger.iam.PasswordHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of accounts and of owners. */
final class Accounts {

    private static final String BY_ID = "SELECT * FROM account WHERE account_id = ?";
    private static final String ALL = "SELECT * FROM account ORDER BY account_id";
    private static final String INSERT = """
            INSERT INTO account (account_id, create_date, root_password) VALUES (?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE account SET create_date = ?, root_password = ? WHERE account_id = ?""";
    private static final String DELETE = "DELETE FROM account WHERE account_id = ?";
    private static final String INSERT_OWNER = "INSERT INTO owner (account_id, id) VALUES (?, ?)";
    private static final String DELETE_OWNER = "DELETE FROM owner WHERE account_id = ? AND id = ?";

    private Accounts() {}

    static Optional<Account> byId(Session session, String accountId) {
        return session.one(BY_ID, Accounts::read, accountId);
    }

    static List<Account> all(Session session) {
        return session.list(ALL, Accounts::read);
    }

    static int insert(Session session, Account account) {
        int rows = session.run(
                INSERT,
                account.accountId(),
                Times.toColumn(account.createDate()),
                account.rootPassword().encoded());
        insertOwner(session, account.accountId(), account.accountId());
        return rows;
    }

    static int update(Session session, Account account) {
        return session.run(
                UPDATE,
                Times.toColumn(account.createDate()),
                account.rootPassword().encoded(),
                account.accountId());
    }

    static int delete(Session session, Account account) {
        deleteOwner(session, account.accountId(), account.accountId());
        return session.run(DELETE, account.accountId());
    }

    /** Lets policies and access keys belong to this ID. */
    static void insertOwner(Session session, String accountId, String id) {
        session.run(INSERT_OWNER, accountId, id);
    }

    /** Fails while a policy or an access key belongs to this ID. */
    static void deleteOwner(Session session, String accountId, String id) {
        session.run(DELETE_OWNER, accountId, id);
    }

    private static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getString("account_id"),
                Times.fromColumn(row, "create_date"),
                new PasswordHash(row.getString("root_password")));
    }
}
