package io.claviger.storage.sql;

import io.claviger.iam.SamlPrivateKey;
import io.claviger.iam.SealedSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The SQL of SAML providers' private keys. */
final class SamlPrivateKeyTable implements Table<SamlPrivateKey> {

    private static final String OF_PROVIDER =
            "SELECT * FROM saml_private_key WHERE provider_id = ? ORDER BY create_date, id";
    private static final String INSERT = """
            INSERT INTO saml_private_key (account_id, id, provider_id, create_date, secret) VALUES (?, ?, ?, ?, ?)""";
    private static final String DELETE = "DELETE FROM saml_private_key WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    SamlPrivateKeyTable(Transaction transaction) {
        this.transaction = transaction;
    }

    List<SamlPrivateKey> ofProvider(String providerId) {
        return transaction.list(OF_PROVIDER, SamlPrivateKeyTable::read, providerId);
    }

    @Override
    public int insert(SamlPrivateKey key) {
        return transaction.run(
                INSERT,
                key.accountId(),
                key.id(),
                key.providerId(),
                Times.toColumn(key.createDate()),
                key.key().bytes());
    }

    @Override
    public int delete(SamlPrivateKey key) {
        return transaction.run(DELETE, key.accountId(), key.id());
    }

    private static SamlPrivateKey read(ResultSet row) throws SQLException {
        return new SamlPrivateKey(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("provider_id"),
                Times.fromColumn(row, "create_date"),
                new SealedSecret(row.getBytes("secret")));
    }
}
