package io.claviger.storage.sql;

import io.claviger.iam.CredentialReport;
import io.claviger.iam.CredentialReportPart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The SQL of the parts of credential reports. */
final class CredentialReportPartTable implements Table<CredentialReportPart> {

    private static final String FIND =
            "SELECT * FROM credential_report_part WHERE account_id = ? AND report_id = ? AND number = ?";
    private static final String INSERT = """
            INSERT INTO credential_report_part (account_id, report_id, number, content) VALUES (?, ?, ?, ?)""";
    private static final String DELETE_ALL_BUT =
            "DELETE FROM credential_report_part WHERE account_id = ? AND report_id <> ?";

    private final Transaction transaction;

    CredentialReportPartTable(Transaction transaction) {
        this.transaction = transaction;
    }

    Optional<CredentialReportPart> find(CredentialReport report, int number) {
        return transaction.one(FIND, CredentialReportPartTable::read, report.accountId(), report.id(), number);
    }

    @Override
    public int insert(CredentialReportPart part) {
        return transaction.run(
                INSERT, part.accountId(), part.reportId(), part.number(), CompressedColumn.toColumn(part.content()));
    }

    /** The parts of the account's other reports are deleted. */
    void deleteAllBut(CredentialReport report) {
        transaction.run(DELETE_ALL_BUT, report.accountId(), report.id());
    }

    private static CredentialReportPart read(ResultSet row) throws SQLException {
        return new CredentialReportPart(
                row.getString("account_id"),
                row.getString("report_id"),
                row.getInt("number"),
                CompressedColumn.fromColumn(row, "content"));
    }
}
