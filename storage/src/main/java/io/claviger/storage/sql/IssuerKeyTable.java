package io.claviger.storage.sql;

import io.claviger.iam.IssuerKey;
import io.claviger.iam.SealedSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The SQL of the keys that sign tokens. */
final class IssuerKeyTable implements Table<IssuerKey> {

    private static final String OF_ACCOUNT = "SELECT * FROM issuer_key WHERE account_id = ? ORDER BY signs_from, id";
    private static final String INSERT = """
            INSERT INTO issuer_key (account_id, id, algorithm, create_date, signs_from, public_key, private_key)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String DELETE = "DELETE FROM issuer_key WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    IssuerKeyTable(Transaction transaction) {
        this.transaction = transaction;
    }

    List<IssuerKey> ofAccount(String accountId) {
        return transaction.list(OF_ACCOUNT, IssuerKeyTable::read, accountId);
    }

    @Override
    public int insert(IssuerKey key) {
        return transaction.run(
                INSERT,
                key.accountId(),
                key.id(),
                key.algorithm(),
                Times.toColumn(key.createDate()),
                Times.toColumn(key.signsFrom()),
                key.publicKey(),
                key.privateKey().bytes());
    }

    @Override
    public int delete(IssuerKey key) {
        return transaction.run(DELETE, key.accountId(), key.id());
    }

    private static IssuerKey read(ResultSet row) throws SQLException {
        return new IssuerKey(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("algorithm"),
                Times.fromColumn(row, "create_date"),
                Times.fromColumn(row, "signs_from"),
                row.getString("public_key"),
                new SealedSecret(row.getBytes("private_key")));
    }
}
