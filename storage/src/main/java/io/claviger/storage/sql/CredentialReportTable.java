package io.claviger.storage.sql;

import io.claviger.iam.CredentialReport;
import io.claviger.iam.store.CredentialReportQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The SQL of credential reports. */
final class CredentialReportTable implements CredentialReportQueries, Table<CredentialReport> {

    private static final String OF_ACCOUNT = "SELECT * FROM credential_report WHERE account_id = ?";
    private static final String INSERT = """
            INSERT INTO credential_report (account_id, generated, content) VALUES (?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE credential_report SET generated = ?, content = ? WHERE account_id = ?""";
    private static final String DELETE = "DELETE FROM credential_report WHERE account_id = ?";

    private final Transaction transaction;

    CredentialReportTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<CredentialReport> ofAccount(String accountId) {
        return transaction.one(OF_ACCOUNT, CredentialReportTable::read, accountId);
    }

    @Override
    public int insert(CredentialReport report) {
        return transaction.run(INSERT, report.accountId(), Times.toColumn(report.generated()), report.content());
    }

    @Override
    public int update(CredentialReport report) {
        return transaction.run(UPDATE, Times.toColumn(report.generated()), report.content(), report.accountId());
    }

    @Override
    public int delete(CredentialReport report) {
        return transaction.run(DELETE, report.accountId());
    }

    private static CredentialReport read(ResultSet row) throws SQLException {
        return new CredentialReport(
                row.getString("account_id"), Times.fromColumn(row, "generated"), row.getString("content"));
    }
}
