package io.claviger.storage.sql;

import io.claviger.iam.AccessKey.Status;
import io.claviger.iam.SecretHash;
import io.claviger.iam.ServiceCredential;
import io.claviger.iam.store.ServiceCredentialQueries;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL of credentials for services. */
final class ServiceCredentialTable implements ServiceCredentialQueries, Table<ServiceCredential> {

    private static final String BY_ID = "SELECT * FROM service_credential WHERE id = ?";
    private static final String WITH_LOGIN = """
            SELECT * FROM service_credential WHERE account_id = ? AND service = ? AND login_key = ?""";
    private static final String OF_USER = "SELECT * FROM service_credential WHERE user_id = ? ORDER BY id";
    private static final String LIST = """
            SELECT * FROM service_credential
            WHERE account_id = ? AND id > ? AND service = coalesce(?, service)
            ORDER BY id LIMIT ?""";
    private static final String INSERT = """
            INSERT INTO service_credential (account_id, id, user_id, service, login_key, login, secret_hash, status,
                create_date, expiration)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE service_credential SET secret_hash = ?, status = ? WHERE account_id = ? AND id = ?""";
    private static final String DELETE = "DELETE FROM service_credential WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    ServiceCredentialTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<ServiceCredential> byId(String id) {
        return transaction.one(BY_ID, ServiceCredentialTable::read, id);
    }

    @Override
    public Optional<ServiceCredential> withLogin(String accountId, String service, String login) {
        return transaction.one(WITH_LOGIN, ServiceCredentialTable::read, accountId, service, Names.key(login));
    }

    @Override
    public List<ServiceCredential> ofUser(String userId) {
        return transaction.list(OF_USER, ServiceCredentialTable::read, userId);
    }

    @Override
    public List<ServiceCredential> list(String accountId, @Nullable String service, Slice slice) {
        String after = slice.after() == null ? "" : slice.after();
        return transaction.list(LIST, ServiceCredentialTable::read, accountId, after, service, slice.limit());
    }

    @Override
    public int insert(ServiceCredential credential) {
        return transaction.run(
                INSERT,
                credential.accountId(),
                credential.id(),
                credential.userId(),
                credential.service(),
                Names.key(credential.login()),
                credential.login(),
                credential.secret().encoded(),
                credential.status().name(),
                Times.toColumn(credential.createDate()),
                credential.expiration() == null ? null : credential.expiration().getEpochSecond());
    }

    /** Only secret and status ever change. */
    @Override
    public int update(ServiceCredential credential) {
        return transaction.run(
                UPDATE,
                credential.secret().encoded(),
                credential.status().name(),
                credential.accountId(),
                credential.id());
    }

    @Override
    public int delete(ServiceCredential credential) {
        return transaction.run(DELETE, credential.accountId(), credential.id());
    }

    private static ServiceCredential read(ResultSet row) throws SQLException {
        return new ServiceCredential(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("user_id"),
                row.getString("service"),
                row.getString("login"),
                new SecretHash(row.getString("secret_hash")),
                Status.valueOf(row.getString("status")),
                Times.fromColumn(row, "create_date"),
                expiration(row));
    }

    private static @Nullable Instant expiration(ResultSet row) throws SQLException {
        long seconds = row.getLong("expiration");
        return row.wasNull() ? null : Instant.ofEpochSecond(seconds);
    }
}
