package io.claviger.storage.sql;

import io.claviger.iam.CredentialReport;
import io.claviger.iam.CredentialReportPart;
import io.claviger.iam.store.CredentialReportQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The SQL of credential reports. With a report that is written, the parts of all others of its account go. */
final class CredentialReportTable implements CredentialReportQueries, Table<CredentialReport> {

    private static final String OF_ACCOUNT = "SELECT * FROM credential_report WHERE account_id = ?";
    private static final String INSERT = """
            INSERT INTO credential_report (account_id, id, generated, parts) VALUES (?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE credential_report SET id = ?, generated = ?, parts = ? WHERE account_id = ?""";

    private final Transaction transaction;
    private final CredentialReportPartTable parts;

    CredentialReportTable(Transaction transaction) {
        this.transaction = transaction;
        this.parts = new CredentialReportPartTable(transaction);
    }

    @Override
    public Optional<CredentialReport> ofAccount(String accountId) {
        return transaction.one(OF_ACCOUNT, CredentialReportTable::read, accountId);
    }

    @Override
    public Optional<CredentialReportPart> part(CredentialReport report, int number) {
        return parts.find(report, number);
    }

    @Override
    public int insert(CredentialReport report) {
        parts.deleteAllBut(report);
        return transaction.run(
                INSERT, report.accountId(), report.id(), Times.toColumn(report.generated()), report.parts());
    }

    @Override
    public int update(CredentialReport report) {
        parts.deleteAllBut(report);
        return transaction.run(
                UPDATE, report.id(), Times.toColumn(report.generated()), report.parts(), report.accountId());
    }

    private static CredentialReport read(ResultSet row) throws SQLException {
        return new CredentialReport(
                row.getString("account_id"),
                row.getString("id"),
                Times.fromColumn(row, "generated"),
                row.getInt("parts"));
    }
}
