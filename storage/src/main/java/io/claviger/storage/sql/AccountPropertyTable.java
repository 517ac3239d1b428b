package io.claviger.storage.sql;

import io.claviger.iam.AccountProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The SQL of the properties of accounts. */
final class AccountPropertyTable implements Table<AccountProperty> {

    private static final String NAMED = "SELECT * FROM account_property WHERE account_id = ? AND name = ?";
    private static final String INSERT = "INSERT INTO account_property (account_id, name, value) VALUES (?, ?, ?)";
    private static final String UPDATE = "UPDATE account_property SET value = ? WHERE account_id = ? AND name = ?";
    private static final String DELETE = "DELETE FROM account_property WHERE account_id = ? AND name = ?";

    private final Transaction transaction;

    AccountPropertyTable(Transaction transaction) {
        this.transaction = transaction;
    }

    Optional<AccountProperty> named(String accountId, String name) {
        return transaction.one(NAMED, AccountPropertyTable::read, accountId, name);
    }

    @Override
    public int insert(AccountProperty property) {
        return transaction.run(INSERT, property.accountId(), property.name(), property.value());
    }

    @Override
    public int update(AccountProperty property) {
        return transaction.run(UPDATE, property.value(), property.accountId(), property.name());
    }

    @Override
    public int delete(AccountProperty property) {
        return transaction.run(DELETE, property.accountId(), property.name());
    }

    private static AccountProperty read(ResultSet row) throws SQLException {
        return new AccountProperty(row.getString("account_id"), row.getString("name"), row.getString("value"));
    }
}
