package io.claviger.storage.sql;

import io.claviger.iam.AccessReport;
import io.claviger.iam.AccessReport.Completed;
import io.claviger.iam.AccessReport.Failed;
import io.claviger.iam.AccessReport.Outcome;
import io.claviger.iam.ActionUse;
import io.claviger.iam.ServiceUse;
import io.claviger.iam.store.AccessQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL of the use of services, and of the reports on it. */
final class AccessReportTable implements AccessQueries, Table<AccessReport> {

    private static final String OF_PRINCIPAL = "SELECT * FROM action_use WHERE principal_id = ?";
    private static final String IN_ACCOUNT = "SELECT * FROM service_use WHERE account_id = ? ORDER BY service";
    private static final String REPORT = "SELECT * FROM access_report WHERE account_id = ? AND id = ?";
    private static final String SINCE = """
        SELECT * FROM access_report WHERE account_id = ? AND kind = ? AND created >= ? ORDER BY created DESC\
        """;
    private static final String BEFORE =
            "SELECT * FROM access_report WHERE account_id = ? AND created < ? ORDER BY created LIMIT ?";
    private static final String INSERT = """
        INSERT INTO access_report (account_id, id, requester_id, kind, subject, created, completed, error_code,
            error_message, content)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String UPDATE = """
        UPDATE access_report SET completed = ?, error_code = ?, error_message = ?, content = ?
        WHERE account_id = ? AND id = ?\
        """;
    private static final String DELETE = "DELETE FROM access_report WHERE account_id = ? AND id = ?";

    // Adds nothing if the principal no longer exists, and keeps a later use.
    private static final String RECORD_ACTION = """
        INSERT INTO action_use (account_id, principal_id, service, action, use_date, region)
        SELECT account_id, id, ?, ?, ?, ? FROM owner WHERE account_id = ? AND id = ?
        ON CONFLICT (principal_id, service, action) DO UPDATE
            SET use_date = excluded.use_date, region = excluded.region
            WHERE excluded.use_date > action_use.use_date\
        """;
    private static final String RECORD_SERVICE = """
        INSERT INTO service_use (account_id, service, use_date, region)
        SELECT account_id, ?, ?, ? FROM account WHERE account_id = ?
        ON CONFLICT (account_id, service) DO UPDATE SET use_date = excluded.use_date, region = excluded.region
            WHERE excluded.use_date > service_use.use_date\
        """;

    private final Transaction transaction;

    AccessReportTable(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Keeps the use, unless there is a later one. */
    void recordUse(ActionUse use) {
        long date = Times.toColumn(use.date());
        transaction.run(
                RECORD_ACTION, use.service(), use.action(), date, use.region(), use.accountId(), use.principalId());
        transaction.run(RECORD_SERVICE, use.service(), date, use.region(), use.accountId());
    }

    @Override
    public List<ActionUse> of(String principalId) {
        return transaction.list(OF_PRINCIPAL, AccessReportTable::use, principalId);
    }

    @Override
    public List<ServiceUse> inAccount(String accountId) {
        return transaction.list(IN_ACCOUNT, AccessReportTable::serviceUse, accountId);
    }

    @Override
    public Optional<AccessReport> report(String accountId, String id) {
        return transaction.one(REPORT, AccessReportTable::read, accountId, id);
    }

    @Override
    public List<AccessReport> reportsSince(String accountId, AccessReport.Kind kind, Instant since) {
        return transaction.list(SINCE, AccessReportTable::read, accountId, kind.name(), Times.toColumn(since));
    }

    @Override
    public List<AccessReport> reportsBefore(String accountId, Instant before, int limit) {
        return transaction.list(BEFORE, AccessReportTable::read, accountId, Times.toColumn(before), limit);
    }

    @Override
    public int insert(AccessReport report) {
        Outcome outcome = report.outcome();
        return transaction.run(
                INSERT,
                report.accountId(),
                report.id(),
                report.requesterId(),
                report.kind().name(),
                report.subject(),
                Times.toColumn(report.created()),
                Times.toNullable(outcome == null ? null : outcome.completed()),
                outcome instanceof Failed failed ? failed.code() : null,
                outcome instanceof Failed failed ? failed.message() : null,
                outcome instanceof Completed completed ? completed.content() : null);
    }

    /** What was asked for stays. */
    @Override
    public int update(AccessReport report) {
        Outcome outcome = report.outcome();
        return transaction.run(
                UPDATE,
                Times.toNullable(outcome == null ? null : outcome.completed()),
                outcome instanceof Failed failed ? failed.code() : null,
                outcome instanceof Failed failed ? failed.message() : null,
                outcome instanceof Completed completed ? completed.content() : null,
                report.accountId(),
                report.id());
    }

    @Override
    public int delete(AccessReport report) {
        return transaction.run(DELETE, report.accountId(), report.id());
    }

    private static AccessReport read(ResultSet row) throws SQLException {
        return new AccessReport(
                row.getString("account_id"),
                row.getString("id"),
                row.getString("requester_id"),
                AccessReport.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                Times.fromColumn(row, "created"),
                outcome(row, Times.fromNullable(row, "completed")));
    }

    private static @Nullable Outcome outcome(ResultSet row, @Nullable Instant completed) throws SQLException {
        if (completed == null) {
            return null;
        }
        String code = row.getString("error_code");
        return code == null
                ? new Completed(completed, row.getString("content"))
                : new Failed(completed, code, row.getString("error_message"));
    }

    private static ActionUse use(ResultSet row) throws SQLException {
        return new ActionUse(
                row.getString("account_id"),
                row.getString("principal_id"),
                row.getString("service"),
                row.getString("action"),
                Times.fromColumn(row, "use_date"),
                row.getString("region"));
    }

    private static ServiceUse serviceUse(ResultSet row) throws SQLException {
        return new ServiceUse(
                row.getString("account_id"),
                row.getString("service"),
                Times.fromColumn(row, "use_date"),
                row.getString("region"));
    }
}
