package io.claviger.storage.sql;

import io.claviger.iam.IssuerKey;
import io.claviger.iam.TokenIssuer;
import io.claviger.iam.store.IssuerQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of accounts as issuers of tokens. */
final class IssuerTable implements IssuerQueries, Table<TokenIssuer> {

    private static final String OF_ACCOUNT = "SELECT * FROM token_issuer WHERE account_id = ?";
    private static final String BY_ID = "SELECT * FROM token_issuer WHERE id = ?";
    private static final String INSERT = """
            INSERT INTO token_issuer (account_id, id, enabled, create_date) VALUES (?, ?, ?, ?)""";
    private static final String UPDATE = "UPDATE token_issuer SET enabled = ? WHERE account_id = ? AND id = ?";
    private static final String DELETE = "DELETE FROM token_issuer WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    IssuerTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<TokenIssuer> ofAccount(String accountId) {
        return transaction.one(OF_ACCOUNT, IssuerTable::read, accountId);
    }

    @Override
    public Optional<TokenIssuer> byId(String issuerId) {
        return transaction.one(BY_ID, IssuerTable::read, issuerId);
    }

    @Override
    public List<IssuerKey> keys(String accountId) {
        return new IssuerKeyTable(transaction).ofAccount(accountId);
    }

    @Override
    public int insert(TokenIssuer issuer) {
        return transaction.run(
                INSERT,
                issuer.accountId(),
                issuer.id(),
                toColumn(issuer.enabled()),
                Times.toColumn(issuer.createDate()));
    }

    @Override
    public int update(TokenIssuer issuer) {
        return transaction.run(UPDATE, toColumn(issuer.enabled()), issuer.accountId(), issuer.id());
    }

    @Override
    public int delete(TokenIssuer issuer) {
        return transaction.run(DELETE, issuer.accountId(), issuer.id());
    }

    private static int toColumn(boolean enabled) {
        return enabled ? 1 : 0;
    }

    private static TokenIssuer read(ResultSet row) throws SQLException {
        return new TokenIssuer(
                row.getString("account_id"),
                row.getString("id"),
                row.getInt("enabled") == 1,
                Times.fromColumn(row, "create_date"));
    }
}
