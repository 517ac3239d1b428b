package io.claviger.storage.sql;

import io.claviger.iam.OidcProvider;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.OidcProviderQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of OIDC providers. */
final class OidcProviderTable implements OidcProviderQueries, Table<OidcProvider> {

    private static final String OF_ISSUER = "SELECT * FROM oidc_provider WHERE account_id = ? AND url = ?";
    private static final String ALL = "SELECT * FROM oidc_provider WHERE account_id = ? ORDER BY url";
    private static final String INSERT = """
        INSERT INTO oidc_provider (account_id, url, id, create_date, client_ids, thumbprints, tags)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String UPDATE = """
        UPDATE oidc_provider SET client_ids = ?, thumbprints = ?, tags = ? WHERE account_id = ? AND id = ?\
        """;
    private static final String DELETE = "DELETE FROM oidc_provider WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    OidcProviderTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<OidcProvider> of(String accountId, String url) {
        return transaction.one(OF_ISSUER, OidcProviderTable::read, accountId, url);
    }

    @Override
    public List<OidcProvider> all(String accountId) {
        return transaction.list(ALL, OidcProviderTable::read, accountId);
    }

    @Override
    public int insert(OidcProvider provider) {
        int rows = transaction.run(
                INSERT,
                provider.accountId(),
                provider.url(),
                provider.id(),
                Times.toColumn(provider.createDate()),
                TextsColumn.write(provider.clientIds()),
                TextsColumn.write(provider.thumbprints()),
                TagColumn.write(provider.tags()));
        Counters.increment(transaction, provider.accountId(), Counted.OIDC_PROVIDERS);
        return rows;
    }

    /** A provider's issuer never changes. */
    @Override
    public int update(OidcProvider provider) {
        return transaction.run(
                UPDATE,
                TextsColumn.write(provider.clientIds()),
                TextsColumn.write(provider.thumbprints()),
                TagColumn.write(provider.tags()),
                provider.accountId(),
                provider.id());
    }

    @Override
    public int delete(OidcProvider provider) {
        int rows = transaction.run(DELETE, provider.accountId(), provider.id());
        if (rows > 0) {
            Counters.decrement(transaction, provider.accountId(), Counted.OIDC_PROVIDERS);
        }
        return rows;
    }

    private static OidcProvider read(ResultSet row) throws SQLException {
        return new OidcProvider(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("url"),
                Times.fromColumn(row, "create_date"),
                TextsColumn.read(row.getString("client_ids")),
                TextsColumn.read(row.getString("thumbprints")),
                TagColumn.read(row.getString("tags")));
    }
}
