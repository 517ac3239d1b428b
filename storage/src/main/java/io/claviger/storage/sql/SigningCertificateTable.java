package io.claviger.storage.sql;

import io.claviger.iam.AccessKey.Status;
import io.claviger.iam.SigningCertificate;
import io.claviger.iam.store.SigningCertificateQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of signing certificates. */
final class SigningCertificateTable implements SigningCertificateQueries, Table<SigningCertificate> {

    private static final String BY_ID = "SELECT * FROM signing_certificate WHERE account_id = ? AND id = ?";
    private static final String OF_OWNER = "SELECT * FROM signing_certificate WHERE owner_id = ? ORDER BY id";
    private static final String INSERT = """
            INSERT INTO signing_certificate (account_id, id, owner_id, body, status, upload_date)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = "UPDATE signing_certificate SET status = ? WHERE account_id = ? AND id = ?";
    private static final String DELETE = "DELETE FROM signing_certificate WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    SigningCertificateTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<SigningCertificate> byId(String accountId, String id) {
        return transaction.one(BY_ID, SigningCertificateTable::read, accountId, id);
    }

    @Override
    public List<SigningCertificate> ofOwner(String ownerId) {
        return transaction.list(OF_OWNER, SigningCertificateTable::read, ownerId);
    }

    @Override
    public int insert(SigningCertificate certificate) {
        return transaction.run(
                INSERT,
                certificate.accountId(),
                certificate.id(),
                certificate.ownerId(),
                certificate.body(),
                certificate.status().name(),
                Times.toColumn(certificate.uploadDate()));
    }

    /** Only the status ever changes. */
    @Override
    public int update(SigningCertificate certificate) {
        return transaction.run(UPDATE, certificate.status().name(), certificate.accountId(), certificate.id());
    }

    @Override
    public int delete(SigningCertificate certificate) {
        return transaction.run(DELETE, certificate.accountId(), certificate.id());
    }

    private static SigningCertificate read(ResultSet row) throws SQLException {
        return new SigningCertificate(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("owner_id"),
                row.getString("body"),
                Status.valueOf(row.getString("status")),
                Times.fromColumn(row, "upload_date"));
    }
}
