package io.claviger.storage.sql;

import io.claviger.iam.AccessKey;
import io.claviger.iam.KeyUse;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.store.KeyQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of access keys and of their latest uses. */
final class KeyTable implements KeyQueries, Table<AccessKey> {

    private static final String BY_ID = "SELECT * FROM access_key WHERE id = ?";
    private static final String OF_OWNER = "SELECT * FROM access_key WHERE owner_id = ? ORDER BY create_date, id";
    private static final String INSERT = """
            INSERT INTO access_key (account_id, id, owner_id, status, create_date, secret) VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE access_key SET status = ?, create_date = ?, secret = ?
            WHERE account_id = ? AND id = ? AND owner_id = ?""";
    private static final String DELETE = "DELETE FROM access_key WHERE account_id = ? AND id = ?";

    private static final String LAST_USE = "SELECT * FROM key_use WHERE access_key_id = ?";
    // Adds nothing if the key no longer exists, and keeps a later use.
    private static final String RECORD_USE = """
            INSERT INTO key_use (access_key_id, use_date, service, region)
            SELECT id, ?, ?, ? FROM access_key WHERE id = ?
            ON CONFLICT (access_key_id) DO UPDATE
                SET use_date = excluded.use_date, service = excluded.service, region = excluded.region
                WHERE excluded.use_date > key_use.use_date""";

    private final Transaction transaction;

    KeyTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<AccessKey> byId(String id) {
        return transaction.one(BY_ID, KeyTable::read, id);
    }

    @Override
    public List<AccessKey> ofOwner(String ownerId) {
        return transaction.list(OF_OWNER, KeyTable::read, ownerId);
    }

    @Override
    public int insert(AccessKey key) {
        return transaction.run(
                INSERT,
                key.accountId(),
                key.id(),
                key.ownerId(),
                key.status().name(),
                Times.toColumn(key.createDate()),
                key.secret().bytes());
    }

    @Override
    public int update(AccessKey key) {
        return transaction.run(
                UPDATE,
                key.status().name(),
                Times.toColumn(key.createDate()),
                key.secret().bytes(),
                key.accountId(),
                key.id(),
                key.ownerId());
    }

    @Override
    public int delete(AccessKey key) {
        return transaction.run(DELETE, key.accountId(), key.id());
    }

    @Override
    public Optional<KeyUse> lastUse(String accessKeyId) {
        return transaction.one(LAST_USE, KeyTable::readUse, accessKeyId);
    }

    /** Keeps the use, unless there is a later one or the key no longer exists. */
    void recordUse(KeyUse use) {
        transaction.run(RECORD_USE, Times.toColumn(use.date()), use.service(), use.region(), use.accessKeyId());
    }

    private static AccessKey read(ResultSet row) throws SQLException {
        return new AccessKey(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("owner_id"),
                AccessKey.Status.valueOf(row.getString("status")),
                Times.fromColumn(row, "create_date"),
                new SealedSecret(row.getBytes("secret")));
    }

    private static KeyUse readUse(ResultSet row) throws SQLException {
        return new KeyUse(
                row.getString("access_key_id"),
                Times.fromColumn(row, "use_date"),
                row.getString("service"),
                row.getString("region"));
    }
}
