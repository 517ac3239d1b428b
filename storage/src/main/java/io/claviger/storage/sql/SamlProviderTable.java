package io.claviger.storage.sql;

import io.claviger.iam.SamlPrivateKey;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.SamlProvider.Encryption;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.SamlProviderQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of SAML providers. */
final class SamlProviderTable implements SamlProviderQueries, Table<SamlProvider> {

    private static final String NAMED = "SELECT * FROM saml_provider WHERE account_id = ? AND name_key = ?";
    private static final String LIST = "SELECT * FROM saml_provider WHERE account_id = ? ORDER BY name_key";
    private static final String INSERT = """
            INSERT INTO saml_provider
                (account_id, name_key, id, name, metadata, create_date, valid_until, encryption, tags)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE saml_provider SET metadata = ?, valid_until = ?, encryption = ?, tags = ?
            WHERE account_id = ? AND id = ?""";
    private static final String DELETE = "DELETE FROM saml_provider WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    SamlProviderTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<SamlProvider> named(String accountId, String name) {
        return transaction.one(NAMED, SamlProviderTable::read, accountId, Names.key(name));
    }

    @Override
    public List<SamlProvider> list(String accountId) {
        return transaction.list(LIST, SamlProviderTable::read, accountId);
    }

    @Override
    public List<SamlPrivateKey> keysOf(String providerId) {
        return new SamlPrivateKeyTable(transaction).ofProvider(providerId);
    }

    @Override
    public boolean hasRedeemed(String providerId, String assertionId, String roleId) {
        return new RedeemedAssertionTable(transaction).has(providerId, assertionId, roleId);
    }

    @Override
    public int insert(SamlProvider provider) {
        int rows = transaction.run(
                INSERT,
                provider.accountId(),
                Names.key(provider.name()),
                provider.id(),
                provider.name(),
                provider.metadata(),
                Times.toColumn(provider.createDate()),
                Times.toColumn(provider.validUntil()),
                provider.encryption().name(),
                TagColumn.write(provider.tags()));
        Counters.increment(transaction, provider.accountId(), Counted.SAML_PROVIDERS);
        return rows;
    }

    /** A provider is never renamed. */
    @Override
    public int update(SamlProvider provider) {
        return transaction.run(
                UPDATE,
                provider.metadata(),
                Times.toColumn(provider.validUntil()),
                provider.encryption().name(),
                TagColumn.write(provider.tags()),
                provider.accountId(),
                provider.id());
    }

    @Override
    public int delete(SamlProvider provider) {
        int rows = transaction.run(DELETE, provider.accountId(), provider.id());
        if (rows > 0) {
            Counters.decrement(transaction, provider.accountId(), Counted.SAML_PROVIDERS);
        }
        return rows;
    }

    private static SamlProvider read(ResultSet row) throws SQLException {
        return new SamlProvider(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("name"),
                row.getString("metadata"),
                Times.fromColumn(row, "create_date"),
                Times.fromColumn(row, "valid_until"),
                Encryption.valueOf(row.getString("encryption")),
                TagColumn.read(row.getString("tags")));
    }
}
