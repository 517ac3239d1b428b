package io.claviger.storage.sql;

import io.claviger.iam.SealedSecret;
import io.claviger.iam.ServerCertificate;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.ServerCertificateQueries;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of server certificates. */
final class ServerCertificateTable implements ServerCertificateQueries, Table<ServerCertificate> {

    private static final String NAMED = "SELECT * FROM server_certificate WHERE account_id = ? AND name_key = ?";
    private static final String LIST = """
            SELECT * FROM server_certificate
            WHERE account_id = ? AND name_key > ? AND substr(path, 1, length(?)) = ?
            ORDER BY name_key LIMIT ?""";
    private static final String INSERT = """
            INSERT INTO server_certificate (account_id, name_key, id, name, path, upload_date, expiration, body, chain,
                private_key, tags)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE server_certificate SET name_key = ?, name = ?, path = ?, tags = ?
            WHERE account_id = ? AND id = ?""";
    private static final String DELETE = "DELETE FROM server_certificate WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    ServerCertificateTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<ServerCertificate> named(String accountId, String name) {
        return transaction.one(NAMED, ServerCertificateTable::read, accountId, Names.key(name));
    }

    @Override
    public List<ServerCertificate> list(String accountId, Slice slice) {
        return transaction.list(
                LIST,
                ServerCertificateTable::read,
                accountId,
                Names.after(slice),
                slice.pathPrefix(),
                slice.pathPrefix(),
                slice.limit());
    }

    @Override
    public int insert(ServerCertificate certificate) {
        int rows = transaction.run(
                INSERT,
                certificate.accountId(),
                Names.key(certificate.name()),
                certificate.id(),
                certificate.name(),
                certificate.path(),
                Times.toColumn(certificate.uploadDate()),
                certificate.expiration().getEpochSecond(),
                certificate.body(),
                certificate.chain(),
                certificate.privateKey().bytes(),
                TagColumn.write(certificate.tags()));
        Counters.increment(transaction, certificate.accountId(), Counted.SERVER_CERTIFICATES);
        return rows;
    }

    /** Only name, path and tags ever change. */
    @Override
    public int update(ServerCertificate certificate) {
        return transaction.run(
                UPDATE,
                Names.key(certificate.name()),
                certificate.name(),
                certificate.path(),
                TagColumn.write(certificate.tags()),
                certificate.accountId(),
                certificate.id());
    }

    @Override
    public int delete(ServerCertificate certificate) {
        int rows = transaction.run(DELETE, certificate.accountId(), certificate.id());
        if (rows > 0) {
            Counters.decrement(transaction, certificate.accountId(), Counted.SERVER_CERTIFICATES);
        }
        return rows;
    }

    // A certificate may be valid to the year 9999 (RFC 5280), which nanoseconds do not reach.
    private static ServerCertificate read(ResultSet row) throws SQLException {
        return new ServerCertificate(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("name"),
                row.getString("path"),
                Times.fromColumn(row, "upload_date"),
                Instant.ofEpochSecond(row.getLong("expiration")),
                row.getString("body"),
                row.getString("chain"),
                new SealedSecret(row.getBytes("private_key")),
                TagColumn.read(row.getString("tags")));
    }
}
