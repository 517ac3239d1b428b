package io.claviger.storage.sql;

import io.claviger.iam.AccessKey.Status;
import io.claviger.iam.SshPublicKey;
import io.claviger.iam.store.SshPublicKeyQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of public keys for SSH. */
final class SshPublicKeyTable implements SshPublicKeyQueries, Table<SshPublicKey> {

    private static final String BY_ID = "SELECT * FROM ssh_public_key WHERE id = ?";
    private static final String OF_USER = "SELECT * FROM ssh_public_key WHERE user_id = ? ORDER BY id";
    private static final String INSERT = """
            INSERT INTO ssh_public_key (account_id, id, user_id, body, fingerprint, status, upload_date)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = "UPDATE ssh_public_key SET status = ? WHERE account_id = ? AND id = ?";
    private static final String DELETE = "DELETE FROM ssh_public_key WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    SshPublicKeyTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<SshPublicKey> byId(String id) {
        return transaction.one(BY_ID, SshPublicKeyTable::read, id);
    }

    @Override
    public List<SshPublicKey> ofUser(String userId) {
        return transaction.list(OF_USER, SshPublicKeyTable::read, userId);
    }

    @Override
    public int insert(SshPublicKey key) {
        return transaction.run(
                INSERT,
                key.accountId(),
                key.id(),
                key.userId(),
                key.body(),
                key.fingerprint(),
                key.status().name(),
                Times.toColumn(key.uploadDate()));
    }

    /** Only the status ever changes. */
    @Override
    public int update(SshPublicKey key) {
        return transaction.run(UPDATE, key.status().name(), key.accountId(), key.id());
    }

    @Override
    public int delete(SshPublicKey key) {
        return transaction.run(DELETE, key.accountId(), key.id());
    }

    private static SshPublicKey read(ResultSet row) throws SQLException {
        return new SshPublicKey(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("user_id"),
                row.getString("body"),
                row.getString("fingerprint"),
                Status.valueOf(row.getString("status")),
                Times.fromColumn(row, "upload_date"));
    }
}
