package io.claviger.storage.sql;

import io.claviger.iam.RoleDeletion;
import io.claviger.iam.store.RoleDeletionQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of the tasks that delete service-linked roles. */
final class RoleDeletionTable implements RoleDeletionQueries, Table<RoleDeletion> {

    private static final String BY_TASK_ID = "SELECT * FROM role_deletion WHERE account_id = ? AND task_id = ?";
    private static final String OF_ROLE = "SELECT * FROM role_deletion WHERE role_id = ?";
    private static final String PENDING =
            "SELECT * FROM role_deletion WHERE status = 'NOT_STARTED' ORDER BY submitted LIMIT ?";
    private static final String INSERT =
            "INSERT INTO role_deletion (account_id, task_id, role_id, submitted, status) VALUES (?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE role_deletion SET status = ? WHERE account_id = ? AND task_id = ?";
    private static final String DELETE = "DELETE FROM role_deletion WHERE account_id = ? AND task_id = ?";

    private final Transaction transaction;

    RoleDeletionTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<RoleDeletion> byTaskId(String accountId, String taskId) {
        return transaction.one(BY_TASK_ID, RoleDeletionTable::read, accountId, taskId);
    }

    @Override
    public Optional<RoleDeletion> ofRole(String roleId) {
        return transaction.one(OF_ROLE, RoleDeletionTable::read, roleId);
    }

    @Override
    public List<RoleDeletion> pending(int limit) {
        return transaction.list(PENDING, RoleDeletionTable::read, limit);
    }

    @Override
    public int insert(RoleDeletion deletion) {
        return transaction.run(
                INSERT,
                deletion.accountId(),
                deletion.taskId(),
                deletion.roleId(),
                Times.toColumn(deletion.submitted()),
                deletion.status().name());
    }

    /** Only the status of a task changes. */
    @Override
    public int update(RoleDeletion deletion) {
        return transaction.run(UPDATE, deletion.status().name(), deletion.accountId(), deletion.taskId());
    }

    @Override
    public int delete(RoleDeletion deletion) {
        return transaction.run(DELETE, deletion.accountId(), deletion.taskId());
    }

    private static RoleDeletion read(ResultSet row) throws SQLException {
        return new RoleDeletion(
                row.getString("account_id"),
                row.getString("task_id"),
                row.getString("role_id"),
                Times.fromColumn(row, "submitted"),
                RoleDeletion.Status.valueOf(row.getString("status")));
    }
}
